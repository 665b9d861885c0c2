package ai.meddoc.summary;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The provider-facing summary: at most {@value #MAX_STATEMENTS} sentences, the most important first.
 *
 * @param statements each with its evidence; empty when the document says nothing that could be summarised
 * @param confidence 0..1
 */
public record Summary(List<SummaryStatement> statements, double confidence) {

    public static final int MAX_STATEMENTS = 6;

    /** What a provider reads in less than a minute, in characters over all statements. */
    public static final int MAX_LENGTH = 1300;

    public Summary {
        statements = List.copyOf(statements);
        if (statements.size() > MAX_STATEMENTS) {
            throw new IllegalArgumentException(statements.size() + " statements");
        }
    }

    /** The statements as running text. */
    public String text() {
        return statements.stream().map(SummaryStatement::text).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Summary" + statements;
    }
}
