package ai.meddoc.server.review;

/**
 * The results that a review is about.
 *
 * @param results JSON
 * @param newest whether no later run made others
 */
record ReviewedAnalysis(
        String tenant,
        long documentId,
        int version,
        long jobId,
        String terminologyRelease,
        String results,
        boolean newest) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "ReviewedAnalysis[" + documentId + " " + version + "]";
    }
}
