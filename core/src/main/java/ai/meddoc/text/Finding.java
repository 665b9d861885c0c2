package ai.meddoc.text;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Trouble with content that did not stop the work: a value in the result, never an exception.
 *
 * @param code what kind of trouble
 * @param step the package that noticed, such as {@code extract} or {@code coding}
 * @param span where, or null when it concerns the whole document
 * @param message one sentence for a person; ids, counts and limits only, never content
 */
public record Finding(Code code, String step, @Nullable Span span, String message) {

    /** Kinds of trouble; the names are part of the API. */
    public enum Code {
        /** Some text of the document could not be read: what is shown is not all. */
        PARTIAL,
        /** A page was read from its image; words may be misread. */
        OCR,
        /** Bytes that are not valid in the text's encoding were replaced. */
        ENCODING,
        /** Text that a reader of the page cannot see (colour, size, render mode, off the page). */
        HIDDEN_TEXT,
        /** The file carries scripts, launch actions or attachments; they were ignored. */
        ACTIVE_CONTENT,
        /** The date of service lies outside every bundled release; the nearest was used. */
        RELEASE_NOT_IN_FORCE,
        /** A code was considered and refused by a rule. */
        CODE_REJECTED,
        /** An engine could not answer and another did. */
        ENGINE_FALLBACK,
        /** A passage reads like an instruction to a program: it was kept as content and nothing rests on it. */
        INSTRUCTION_IN_TEXT,
        /** Part of a language model's answer was left out: unproven, malformed or not what was asked for. */
        MODEL_REPLY
    }

    public Finding {
        Objects.requireNonNull(code);
        Objects.requireNonNull(step);
        Objects.requireNonNull(message);
    }
}
