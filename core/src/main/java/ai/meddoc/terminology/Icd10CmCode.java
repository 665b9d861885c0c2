package ai.meddoc.terminology;

import java.util.List;
import java.util.Objects;

/**
 * A category, subcategory or code of one ICD-10-CM release.
 *
 * @param code with its dot, such as {@code E11.40} or {@code S93.401A}; categories have none ({@code E11})
 * @param title the full title as the release prints it; a 7th character's meaning is appended after a comma
 * @param billable whether it is valid for submission: it has no children
 * @param notes its own notes; those of its ancestors apply as well ({@link Icd10Cm#notesInForce})
 */
public record Icd10CmCode(String code, String title, boolean billable, List<CodeNote> notes) {

    public Icd10CmCode {
        Objects.requireNonNull(code);
        Objects.requireNonNull(title);
        notes = List.copyOf(notes);
    }

    /** The first three characters. */
    public String category() {
        return code.substring(0, 3);
    }
}
