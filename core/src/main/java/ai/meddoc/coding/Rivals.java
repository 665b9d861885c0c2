package ai.meddoc.coding;

import java.util.List;

/** How a draft stands beside the others of its kind and category. Made for one document; immutable. */
final class Rivals {

    private final List<PlacedDraft> all;

    Rivals(List<PlacedDraft> all) {
        this.all = List.copyOf(all);
    }

    void describe(PlacedDraft placed, FeatureMap f) {
        CodeKind kind = placed.kind();
        boolean only = true;
        boolean first = true;
        boolean best = true;
        int rivals = 0;
        for (PlacedDraft other : all) {
            if (other.kind() == kind && other != placed) {
                only = false;
                first &= placed.start() <= other.start();
                best &= placed.zone().compareTo(other.zone()) <= 0;
                rivals += placed.draft().isBeside(other.draft()) ? 1 : 0;
            }
        }
        f.setIf(only, "only|kind:" + kind);
        f.setIf(!only && first, "first|kind:" + kind);
        f.setIf(!only && best, "best-placed|kind:" + kind);
        f.put("rivals", Math.log(1 + rivals));
        f.setIf(rivals > 0, "rivals|kind:" + kind);
    }
}
