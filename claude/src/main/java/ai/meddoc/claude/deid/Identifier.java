package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.Objects;

/**
 * A stretch that identifies, or may identify, a person.
 *
 * @param sure false where it may be something else; it is replaced all the same
 */
public record Identifier(IdentifierKind kind, Span span, boolean sure) {

    public Identifier {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(span);
    }
}
