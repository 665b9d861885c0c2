package ai.meddoc.coding;

import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Excludes1 notes of the tabular list: two codes that are never used together, unless the two conditions are unrelated
 * (Official Guidelines I.A.12.a; {@link UnrelatedConditions} says when that is sure). Excludes2 notes take nothing out: both
 * codes may be reported (I.A.12.b). Immutable; thread-safe.
 */
final class Exclusions {

    private final Icd10Cm release;
    private final UnrelatedConditions unrelated;
    /** What each code's notes name, read on first use and kept. */
    private final AtomicReferenceArray<List<String>> excluded;

    Exclusions(Icd10Cm release, UnrelatedConditions unrelated) {
        this.release = release;
        this.unrelated = unrelated;
        this.excluded = new AtomicReferenceArray<>(release.size());
    }

    /**
     * Of each excluded pair the one under whose category the note stands gives way to the one the note names; where both
     * stay because they are unrelated, both carry the rule that says so.
     */
    void apply(Map<String, Draft> drafts, CodingInput input, Rejections rejections) {
        for (Draft draft : new ArrayList<>(drafts.values())) {
            List<String> excluded = excluded(draft);
            for (Draft other : excluded.isEmpty() ? List.<Draft>of() : new ArrayList<>(drafts.values())) {
                boolean both = drafts.containsKey(draft.code()) && drafts.containsKey(other.code());
                if (both && draft != other && names(excluded, other.code())) {
                    settle(draft, other, unrelated.ruleOf(draft, other, input), drafts, rejections);
                }
            }
        }
    }

    private static void settle(
            Draft noted, Draft named, String unrelated, Map<String, Draft> drafts, Rejections rejections) {
        if (unrelated.isEmpty()) {
            Draft loser = loser(noted, named);
            drafts.remove(loser.code());
            rejections.draft(loser, "EXCLUDES1");
        } else {
            drafts.computeIfPresent(noted.code(), (code, draft) -> draft.by(unrelated));
            drafts.computeIfPresent(named.code(), (code, draft) -> draft.by(unrelated));
        }
    }

    private static Draft loser(Draft noted, Draft named) {
        if (noted.isSymptom() != named.isSymptom()) {
            return noted.isSymptom() ? noted : named;
        }
        return noted;
    }

    private List<String> excluded(Draft draft) {
        List<String> known = excluded.get(draft.node());
        if (known == null) {
            known = read(draft.code());
            excluded.set(draft.node(), known);
        }
        return known;
    }

    private List<String> read(String code) {
        List<String> codes = new ArrayList<>();
        for (CodeNote note : release.notesInForce(code)) {
            if (note.kind() == CodeNote.Kind.EXCLUDES1) {
                codes.addAll(note.codes());
            }
        }
        return List.copyOf(codes);
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
