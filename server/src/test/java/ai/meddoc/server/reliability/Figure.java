package ai.meddoc.server.reliability;

/**
 * What a row showed.
 *
 * @param text the figures, for people
 */
record Figure(Verdict verdict, String text) {

    enum Verdict {
        OK,
        SHORT,
        SKIPPED
    }

    static Figure of(boolean holds, String text) {
        return new Figure(holds ? Verdict.OK : Verdict.SHORT, text);
    }

    /** Could not be shown on this machine; the text says what is missing. */
    static Figure skipped(String text) {
        return new Figure(Verdict.SKIPPED, text);
    }
}
