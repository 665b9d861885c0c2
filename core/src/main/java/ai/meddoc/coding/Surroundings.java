package ai.meddoc.coding;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the assessments of a document hold, and how each draft stands to that. Made for one document; immutable.
 *
 * @param assessed whether any draft stands in an assessment
 * @param headed whether any heads a problem there
 * @param injury whether an injury is among the drafts
 * @param diagnosed the diseases and injuries assessed
 * @param categories of everything assessed
 */
record Surroundings(boolean assessed, boolean headed, boolean injury, Set<String> diagnosed, Set<String> categories) {

    private static final int MANY = 3;

    static Surroundings of(List<PlacedDraft> drafts) {
        Set<String> diagnosed = new HashSet<>();
        Set<String> categories = new HashSet<>();
        for (PlacedDraft placed : drafts) {
            if (placed.isAssessed()) {
                categories.add(placed.draft().category());
                if (placed.isDiagnosis()) {
                    diagnosed.add(placed.draft().code());
                }
            }
        }
        return new Surroundings(
                drafts.stream().anyMatch(PlacedDraft::isAssessed),
                drafts.stream().anyMatch(p -> p.zone() == Zone.HEAD),
                drafts.stream().anyMatch(p -> p.kind() == CodeKind.INJURY),
                diagnosed,
                categories);
    }

    void describe(PlacedDraft placed, FeatureMap f) {
        String kind = "|kind:" + placed.kind();
        String zone = "|zone:" + placed.zone().coarse();
        if (assessed && !placed.isAssessed()) {
            f.set("not-assessed");
            f.set("not-assessed" + kind);
            f.setIf(categories.contains(placed.draft().category()), "category-assessed-otherwise");
        }
        if (headed && placed.isAssessed() && placed.zone() != Zone.HEAD) {
            f.set("not-headed");
            f.set("not-headed" + kind);
        }
        f.setIf(!assessed, "nothing-assessed" + zone);
        if (placed.kind() == CodeKind.SYMPTOM) {
            boolean others = diagnosed.stream()
                    .anyMatch(code -> !code.equals(placed.draft().code()));
            f.set((others ? "symptom-beside-diagnosis" : "symptom-alone") + zone);
        }
        f.setIf(placed.kind().isExternal() && injury, "external-with-injury");
        f.setIf(diagnosed.size() > MANY, "many-diagnoses" + kind);
    }
}
