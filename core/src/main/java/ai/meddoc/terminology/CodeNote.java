package ai.meddoc.terminology;

import java.util.List;
import java.util.Objects;

/**
 * One note of the tabular list.
 *
 * @param kind what the note asks for
 * @param text the note as printed
 * @param codes the codes, categories, ranges ({@code J12-J18}) or wildcards ({@code N18.-} as {@code N18}) that it names
 */
public record CodeNote(Kind kind, String text, List<String> codes) {

    /** The tabular list's own kinds of notes (Official Guidelines I.A.11 to I.A.17). */
    public enum Kind {
        INCLUSION_TERM,
        INCLUDES,
        EXCLUDES1,
        EXCLUDES2,
        CODE_FIRST,
        CODE_ALSO,
        USE_ADDITIONAL_CODE,
        SEVENTH_CHARACTER
    }

    public CodeNote {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        codes = List.copyOf(codes);
    }
}
