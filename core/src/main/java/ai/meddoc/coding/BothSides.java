package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A condition that a document finds on the left and, elsewhere, on the right has the bilateral code where there is one
 * (Official Guidelines I.B.13). Immutable; thread-safe.
 */
final class BothSides {

    private static final String RULE = "LATERALITY-BOTH";

    private final Icd10Cm release;
    private final Laterality laterality;

    BothSides(Icd10Cm release, Laterality laterality) {
        this.release = release;
        this.laterality = laterality;
    }

    void join(Map<String, Draft> drafts) {
        Map<Integer, Draft> firstSides = new LinkedHashMap<>();
        for (Draft draft : new ArrayList<>(drafts.values())) {
            bilateral(draft).ifPresent(both -> {
                Draft other = firstSides.putIfAbsent(both, draft);
                if (other != null) {
                    join(drafts, other, draft, both);
                }
            });
        }
    }

    /** The code for both sides of a draft that names one of them and that the patient has. */
    private Optional<Integer> bilateral(Draft draft) {
        if (!laterality.namesOneSide(draft.node()) || draft.mentions().stream().noneMatch(CodedMention::isPresent)) {
            return Optional.empty();
        }
        int[] both = laterality.sided(draft.node(), word -> true);
        return both.length == 1 && both[0] != draft.node() && release.billableAt(both[0])
                ? Optional.of(both[0])
                : Optional.empty();
    }

    private void join(Map<String, Draft> drafts, Draft one, Draft other, int both) {
        drafts.remove(one.code());
        drafts.remove(other.code());
        Draft joined = one.absorbing(other).recoded(both, release.codeAt(both), RULE);
        drafts.merge(joined.code(), joined, Draft::absorbing);
    }
}
