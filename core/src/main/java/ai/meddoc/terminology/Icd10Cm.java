package ai.meddoc.terminology;

import java.util.List;
import java.util.Optional;

/**
 * One ICD-10-CM release. Immutable and thread-safe. Codes are given with or without the dot, in any case.
 */
public final class Icd10Cm {
    private Icd10Cm() {}

    /** Such as {@code FY2026-2026-04-01}. */
    public String release() {
        return "";
    }

    public Optional<Icd10CmCode> find(String code) {
        return Optional.empty();
    }

    public boolean isBillable(String code) {
        return false;
    }

    /** The node one level up, empty for a category. */
    public Optional<Icd10CmCode> parent(String code) {
        return Optional.empty();
    }

    /** The nodes one level down, in order; empty for a billable code. */
    public List<Icd10CmCode> children(String code) {
        return List.of();
    }

    /** The code's own notes and those of its ancestors, nearest first; chapter and block notes included. */
    public List<CodeNote> notesInForce(String code) {
        return List.of();
    }

    /** Category, block and chapter included, from the chapter down to the code itself, as titles with their codes. */
    public List<Icd10CmCode> path(String code) {
        return List.of();
    }
}
