package ai.meddoc.server.doctor;

/**
 * What one check found. The text goes to a terminal or a log: it names settings and what to do, never a secret.
 *
 * @param subject one word or two
 */
record CheckResult(Mark mark, String subject, String text) {

    private static final int FINE = 0;
    private static final int USAGE = 2;
    private static final int AWAY = 69;

    enum Mark {
        OK("ok", FINE),
        /** Works, and someone should know. */
        NOTE("--", FINE),
        WRONG_SETTING("!!", USAGE),
        UNAVAILABLE("!!", AWAY);

        private final String sign;
        private final int exitCode;

        Mark(String sign, int exitCode) {
            this.sign = sign;
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }
    }

    static CheckResult ok(String subject, String text) {
        return new CheckResult(Mark.OK, subject, text);
    }

    static CheckResult note(String subject, String text) {
        return new CheckResult(Mark.NOTE, subject, text);
    }

    static CheckResult wrong(String subject, String text) {
        return new CheckResult(Mark.WRONG_SETTING, subject, text);
    }

    static CheckResult unavailable(String subject, String text) {
        return new CheckResult(Mark.UNAVAILABLE, subject, text);
    }

    /** As the command line prints its own. */
    String line() {
        return String.format("%-4s %-14s %s", mark.sign, subject, text);
    }
}
