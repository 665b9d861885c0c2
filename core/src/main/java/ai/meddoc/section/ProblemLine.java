package ai.meddoc.section;

import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A line that puts a problem at the head of its discussion: "1. Hypertension - stable", "Diabetes type 2." above
 * bullets. In outpatient notes these are what the visit was about.
 *
 * @param name the words that name the problem, without number, bullet or what follows a colon or dash
 * @param governs from the name to the next problem or the section's end
 * @param kind the section it stands in
 */
public record ProblemLine(Span name, Span governs, SectionKind kind) {

    /** Where a span of the same text stands to this line. */
    public ProblemPlace placeOf(Span span, String text) {
        return name.overlaps(span) ? ProblemPlace.in(name, span, text) : ProblemPlace.ELSEWHERE;
    }

    public ProblemLine {
        Objects.requireNonNull(kind);
        if (!governs.contains(name)) {
            throw new IllegalArgumentException("name " + name + " outside " + governs);
        }
    }
}
