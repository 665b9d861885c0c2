package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;

/** Where a draft's best mention stands, best first: what the provider concluded outweighs what was found or told. */
enum Zone {
    HEAD("assessed"),
    ASSESSED("assessed"),
    REASON("reason"),
    COURSE("course"),
    PLAN("plan"),
    STORY("story"),
    UNKNOWN("unknown"),
    PROBLEM_LIST("history"),
    HISTORY("history"),
    SOCIAL("history"),
    MEDICATIONS("medications"),
    FINDINGS("findings"),
    RESULTS("findings"),
    EXAM("findings"),
    REVIEW("findings"),
    FAMILY("history"),
    ELSEWHERE("elsewhere");

    private final String coarse;

    Zone(String coarse) {
        this.coarse = coarse;
    }

    String coarse() {
        return coarse;
    }

    static Zone of(Draft draft) {
        Zone best = ELSEWHERE;
        for (CodedMention m : draft.mentions()) {
            Zone zone = of(m);
            if (zone.ordinal() < best.ordinal()) {
                best = zone;
            }
        }
        return best;
    }

    private static Zone of(CodedMention m) {
        SectionKind section = m.section();
        if (Features.isAssessed(section) && section != SectionKind.PLAN) {
            return m.problemLine() ? HEAD : ASSESSED;
        }
        return switch (section) {
            case PLAN -> m.problemLine() ? HEAD : PLAN;
            case INSTRUCTIONS -> PLAN;
            case CHIEF_COMPLAINT, INDICATION, PREOPERATIVE_DIAGNOSIS -> REASON;
            case HOSPITAL_COURSE, PROCEDURE -> COURSE;
            case HISTORY_OF_PRESENT_ILLNESS -> STORY;
            case UNKNOWN, HEADER -> UNKNOWN;
            case PROBLEM_LIST -> PROBLEM_LIST;
            case PAST_MEDICAL_HISTORY, PAST_SURGICAL_HISTORY, ALLERGIES, IMMUNIZATIONS -> HISTORY;
            case SOCIAL_HISTORY -> SOCIAL;
            case MEDICATIONS -> MEDICATIONS;
            case FINDINGS, IMAGING -> FINDINGS;
            case RESULTS, VITAL_SIGNS -> RESULTS;
            case PHYSICAL_EXAM -> EXAM;
            case REVIEW_OF_SYSTEMS -> REVIEW;
            case FAMILY_HISTORY -> FAMILY;
            default -> ELSEWHERE;
        };
    }
}
