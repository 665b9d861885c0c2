package ai.meddoc.section;

import ai.meddoc.text.Span;
import java.util.Locale;
import java.util.Set;

/** How something stands to the line that heads a problem. */
public enum ProblemPlace {
    ELSEWHERE,
    /** In the problem's name: "nephropathy" in "Type 2 diabetes with nephropathy". */
    NAMED,
    /** The name begins with it, or nearly: "gout" in "1. Acute gout of the left foot". */
    LEADING;

    private static final int MOST_WORDS_BEFORE = 1;

    /** Words that say how or on which side, not what. */
    private static final Set<String> QUALIFIERS = Set.of(
            "left",
            "right",
            "bilateral",
            "both",
            "and",
            "the",
            "a",
            "an",
            "acute",
            "chronic",
            "subacute",
            "recurrent",
            "mild",
            "moderate",
            "severe",
            "new");

    /** Where a span stands in a problem's name that it shares a character with. */
    static ProblemPlace in(Span name, Span span, String text) {
        if (span.start() <= name.start()) {
            return LEADING;
        }
        int words = 0;
        for (String word : text.substring(name.start(), span.start()).strip().split("\\s+")) {
            words += QUALIFIERS.contains(word.toLowerCase(Locale.ROOT)) ? 0 : 1;
        }
        return words > MOST_WORDS_BEFORE ? NAMED : LEADING;
    }
}
