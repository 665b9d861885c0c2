package ai.meddoc.infra.cost;

/**
 * A month's work, and what one document is taken to need. The last are assumptions: they stand on the page.
 *
 * @param documents in a month
 * @param claude whether Claude reads each of them too
 */
record Load(long documents, boolean claude) {

    static final double HOURS = 730;
    static final double CPU_SECONDS = 1;
    static final double MEGABYTES = 0.2;
    static final int REQUESTS = 10;
    static final int TOKENS_IN = 4_000;
    static final int TOKENS_OUT = 800;
    static final int PEOPLE = 20;
    /** Documents are kept; this is the store after a year. */
    static final int MONTHS_KEPT = 12;

    double storedGb() {
        return documents * MEGABYTES * MONTHS_KEPT / 1_000;
    }

    double requests() {
        return (double) documents * REQUESTS;
    }

    /** Tasks of half a core, busy to 60%, at least two. */
    int tasks() {
        double each = 0.5 * 0.6 * HOURS * 3_600;
        return (int) Math.max(2, Math.ceil(documents * CPU_SECONDS / each));
    }

    /** Machines of two cores, busy to 60%, at least one. */
    int machines() {
        double each = 2 * 0.6 * HOURS * 3_600;
        return (int) Math.max(1, Math.ceil(documents * CPU_SECONDS / each));
    }
}
