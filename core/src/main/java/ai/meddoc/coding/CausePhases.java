package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * External causes bear the phase of care of the injuries that they explain (Official Guidelines I.C.20.a.2); where it
 * happened, doing what and in which role are reported at the first encounter only (I.C.20.b, I.C.20.c, I.C.20.k).
 * Immutable; thread-safe.
 */
final class CausePhases {

    private static final int SEVENTH = 7;
    private static final String LATER = "CAUSE-LATER";
    private static final String PHASE = "CAUSE-PHASE";

    private final Icd10Cm release;

    CausePhases(Icd10Cm release) {
        this.release = release;
    }

    /** Where all injuries are past their active treatment, so are their causes. */
    void follow(Map<String, Draft> drafts, Rejections rejections) {
        Set<Character> phases = phases(drafts.values());
        if (phases.size() != 1 || phases.contains('A')) {
            return;
        }
        char phase = phases.iterator().next();
        for (Draft draft : new ArrayList<>(drafts.values())) {
            switch (CodeKind.of(draft.code())) {
                case PLACE, ACTIVITY -> {
                    drafts.remove(draft.code());
                    rejections.draft(draft, LATER);
                }
                case CAUSE -> put(drafts, draft, phase);
                default -> {}
            }
        }
    }

    private static Set<Character> phases(Collection<Draft> drafts) {
        Set<Character> phases = new HashSet<>();
        for (Draft draft : drafts) {
            if (CodeKind.of(draft.code()) == CodeKind.INJURY && draft.code().length() > SEVENTH) {
                phases.add(draft.code().charAt(SEVENTH));
            }
        }
        return phases;
    }

    private void put(Map<String, Draft> drafts, Draft cause, char phase) {
        String code = cause.code().substring(0, cause.code().length() - 1) + phase;
        int node = cause.code().length() > SEVENTH ? release.indexOf(code) : -1;
        if (node < 0 || node == cause.node()) {
            return;
        }
        drafts.remove(cause.code());
        drafts.merge(code, cause.recoded(node, code, PHASE), Draft::absorbing);
    }
}
