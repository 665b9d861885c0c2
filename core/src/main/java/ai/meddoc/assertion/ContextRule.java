package ai.meddoc.assertion;

/**
 * A phrase that changes what its sentence says of the mentions around it, a row of {@code context-rules.tsv}.
 *
 * @param id stable name, shown as the reason of an {@link Assertion}
 * @param literal tokens parted by spaces, lower case; classes in angle brackets
 * @param maxTokens the scope's length, 0 for the rest of the sentence
 * @param source where the rule comes from
 */
public record ContextRule(
        String id, String literal, Category category, Direction direction, int maxTokens, String source) {

    /** What the phrase says. */
    public enum Category {
        NEGATED,
        /** It was there and is no more. */
        RESOLVED,
        POSSIBLE,
        HYPOTHETICAL,
        HISTORICAL,
        FAMILY,
        OTHER_PERSON,
        /** Looks like a trigger and is none. */
        PSEUDO,
        /** Ends every scope. */
        END_ALL,
        /** Ends the scope of negation and doubt. */
        END_ABSENT,
        /** Ends the scope of history and family. */
        END_PAST;

        boolean isEnd() {
            return this == END_ALL || this == END_ABSENT || this == END_PAST;
        }

        /** Whether {@code end} ends a scope of this category. */
        boolean endsAt(Category end) {
            return switch (this) {
                case NEGATED, RESOLVED, POSSIBLE -> end == END_ALL || end == END_ABSENT;
                case HISTORICAL, FAMILY, OTHER_PERSON -> end == END_ALL || end == END_PAST;
                case HYPOTHETICAL -> end == END_ALL;
                case PSEUDO, END_ALL, END_ABSENT, END_PAST -> false;
            };
        }
    }

    /** Where the scope lies, seen from the trigger. */
    public enum Direction {
        FORWARD,
        /** Forward up to a comma, unless "or" follows: "possible pneumonia, on oxygen". */
        PHRASE,
        BACKWARD,
        /** Backward up to a comma, unless it parts a list: "gastritis, H. pylori negative", "fever, chills, and rash negative". */
        CLAUSE,
        BIDIRECTIONAL,
        /** Backward, and only as the whole answer to a label: "Fever: none". */
        LABEL,
        NONE;

        boolean isForward() {
            return this == FORWARD || this == PHRASE;
        }
    }
}
