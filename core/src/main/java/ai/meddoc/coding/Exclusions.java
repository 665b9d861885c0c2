package ai.meddoc.coding;

import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Excludes1 notes of the tabular list: two codes that are never used together (Official Guidelines I.A.12.a). */
final class Exclusions {

    private final Icd10Cm release;

    Exclusions(Icd10Cm release) {
        this.release = release;
    }

    /** Of each excluded pair the one under whose category the note stands gives way to the one the note names. */
    void apply(Map<String, Draft> drafts, Rejections rejections) {
        for (Draft draft : new ArrayList<>(drafts.values())) {
            List<String> excluded = excluded(draft);
            for (Draft other : excluded.isEmpty() ? List.<Draft>of() : new ArrayList<>(drafts.values())) {
                boolean both = drafts.containsKey(draft.code()) && drafts.containsKey(other.code());
                if (both && draft != other && names(excluded, other.code())) {
                    Draft loser = loser(draft, other);
                    drafts.remove(loser.code());
                    rejections.draft(loser, "EXCLUDES1");
                }
            }
        }
    }

    private static Draft loser(Draft noted, Draft named) {
        if (noted.isSymptom() != named.isSymptom()) {
            return noted.isSymptom() ? noted : named;
        }
        return noted;
    }

    private List<String> excluded(Draft draft) {
        List<String> codes = new ArrayList<>();
        for (CodeNote note : release.notesInForce(draft.code())) {
            if (note.kind() == CodeNote.Kind.EXCLUDES1) {
                codes.addAll(note.codes());
            }
        }
        return codes;
    }

    private static boolean names(List<String> codes, String code) {
        for (String named : codes) {
            int dash = named.indexOf('-');
            String stem = dash < 0 ? named : named.substring(0, dash);
            if (dash > 0 && dash < named.length() - 1) {
                String last = named.substring(dash + 1);
                if (code.compareTo(stem) >= 0 && (code.compareTo(last) <= 0 || code.startsWith(last))) {
                    return true;
                }
            } else if (code.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
