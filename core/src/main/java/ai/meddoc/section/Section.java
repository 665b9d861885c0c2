package ai.meddoc.section;

import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A part of the document under one heading. Sections follow one another, do not overlap and cover the whole text.
 *
 * @param kind what it is about
 * @param heading the heading's own characters, empty (at the section's start) when there is none
 * @param span heading and body
 */
public record Section(SectionKind kind, Span heading, Span span) {

    public Section {
        Objects.requireNonNull(kind);
        if (!span.contains(heading)) {
            throw new IllegalArgumentException("heading " + heading + " outside " + span);
        }
    }

    public Span body() {
        return new Span(heading.end(), span.end());
    }
}
