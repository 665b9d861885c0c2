package ai.meddoc.server.analyses;

/** What a finished job stores: the two texts are JSON, the rest is what lists filter and show. */
record Finished(String results, String extractedText, String documentType, double confidence, int pages, int codes) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "Finished[" + documentType + "]";
    }
}
