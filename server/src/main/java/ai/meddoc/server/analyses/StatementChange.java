package ai.meddoc.server.analyses;

/**
 * A statement of the summary that only one of two runs makes.
 *
 * @param change added or removed
 */
public record StatementChange(String change, SummaryStatementJson statement) {

    /** Prints no text. */
    @Override
    public String toString() {
        return "StatementChange[" + change + "]";
    }
}
