package ai.meddoc.coding;

import java.util.Collection;
import java.util.List;

/**
 * A draft with what is asked of it again and again.
 *
 * @param zone of its best mention
 * @param start UTF-16 offset of its first mention
 */
record PlacedDraft(Draft draft, CodeKind kind, Zone zone, int start) {

    static PlacedDraft of(Draft draft) {
        int start = draft.mentions().stream()
                .mapToInt(m -> m.mention().span().start())
                .min()
                .orElse(0);
        return new PlacedDraft(draft, CodeKind.of(draft.code()), Zone.of(draft), start);
    }

    static List<PlacedDraft> all(Collection<Draft> drafts) {
        return drafts.stream().map(PlacedDraft::of).toList();
    }

    boolean isAssessed() {
        return zone == Zone.HEAD || zone == Zone.ASSESSED;
    }

    boolean isDiagnosis() {
        return kind.isDiagnosis();
    }
}
