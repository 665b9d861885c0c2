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
    static final List<Kind> KINDS = List.of(Kind.values());

    /** The tabular list's own kinds of notes (Official Guidelines I.A.11 to I.A.17). */
    public enum Kind {
        INCLUSION_TERM,
        INCLUDES,
        EXCLUDES1,
        EXCLUDES2,
        CODE_FIRST,
        CODE_ALSO,
        USE_ADDITIONAL_CODE,
        /** What 7th characters mean, one note each ({@code A: initial encounter}), and the sentence that asks for them. */
        SEVENTH_CHARACTER,
        /** A remark of the tabular list that is none of the above. */
        NOTE
    }

    public CodeNote {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
        codes = List.copyOf(codes);
    }

    /**
     * Whether the note names the code: it is one of {@link #codes}, stands below one, or lies in a range.
     *
     * @param code with or without the dot
     */
    public boolean names(String code) {
        long key = CodeKey.of(code);
        if (key == CodeKey.NONE) {
            return false;
        }
        for (String named : codes) {
            int hyphen = named.indexOf('-');
            long from = CodeKey.of(hyphen < 0 ? named : named.substring(0, hyphen));
            long to = hyphen < 0 ? from : CodeKey.of(named.substring(hyphen + 1));
            if (key >= from && (key <= to || CodeKey.startsWith(key, to))) {
                return true;
            }
        }
        return false;
    }
}
