package ai.meddoc.section;

import ai.meddoc.section.Sectionizer.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads headings that mean something else in a radiology report ("EXAM", "HISTORY") by the headings around them. */
final class RadiologyKinds {

    private static final Set<SectionKind> OF_REPORTS =
            EnumSet.of(SectionKind.FINDINGS, SectionKind.TECHNIQUE, SectionKind.COMPARISON);

    private static final Set<SectionKind> OF_NOTES = EnumSet.of(
            SectionKind.PAST_MEDICAL_HISTORY,
            SectionKind.MEDICATIONS,
            SectionKind.REVIEW_OF_SYSTEMS,
            SectionKind.SOCIAL_HISTORY,
            SectionKind.ALLERGIES,
            SectionKind.VITAL_SIGNS,
            SectionKind.PREOPERATIVE_DIAGNOSIS,
            SectionKind.POSTOPERATIVE_DIAGNOSIS,
            SectionKind.PLAN,
            SectionKind.ASSESSMENT_AND_PLAN);

    private RadiologyKinds() {}

    static List<Section> resolve(List<Draft> drafts) {
        boolean asked =
                has(drafts, EnumSet.of(SectionKind.INDICATION)) && has(drafts, EnumSet.of(SectionKind.IMPRESSION));
        boolean report = (asked || has(drafts, OF_REPORTS)) && !has(drafts, OF_NOTES);
        return drafts.stream().map(d -> report ? inReport(d) : d.section()).toList();
    }

    private static boolean has(List<Draft> drafts, Set<SectionKind> kinds) {
        return drafts.stream().anyMatch(d -> kinds.contains(d.section().kind()));
    }

    private static Section inReport(Draft draft) {
        Section section = draft.section();
        HeadingRule rule = draft.rule();
        if (rule == null) {
            return section;
        }
        return new Section(rule.inRadiology().orElse(section.kind()), section.heading(), section.span());
    }
}
