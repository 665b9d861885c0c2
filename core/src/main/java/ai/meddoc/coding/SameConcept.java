package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Locale;

/** Whether one code says the same as another, only less. */
final class SameConcept {

    private SameConcept() {}

    /** Both under one subcategory, and the first is its "unspecified" member. */
    static boolean isRefinedBy(Icd10Cm release, Draft general, Draft specific) {
        if (!general.isBeside(specific) || general.code().equals(specific.code())) {
            return false;
        }
        boolean unspecified = isUnspecified(release, general);
        return unspecified && !isUnspecified(release, specific) && sharesParent(release, general, specific);
    }

    static boolean isUnspecified(Icd10Cm release, Draft draft) {
        return isUnspecified(release.titleAt(draft.node()));
    }

    static boolean isUnspecified(String printed) {
        String title = printed.toLowerCase(Locale.ROOT);
        return title.contains("unspecified")
                || title.endsWith("without complications")
                || title.endsWith("without complication")
                || title.endsWith("uncomplicated");
    }

    private static boolean sharesParent(Icd10Cm release, Draft general, Draft specific) {
        int parent = release.parentAt(general.node());
        if (parent < 0) {
            return false;
        }
        String stem = release.codeAt(parent);
        return stem.length() == 3 || specific.code().startsWith(stem);
    }
}
