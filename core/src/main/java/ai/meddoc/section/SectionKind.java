package ai.meddoc.section;

/** What a section of a clinical document is about, whatever its heading is spelt like. */
public enum SectionKind {
    /** Text before the first heading, and headings that are not known. */
    UNKNOWN,
    CHIEF_COMPLAINT,
    HISTORY_OF_PRESENT_ILLNESS,
    PAST_MEDICAL_HISTORY,
    PAST_SURGICAL_HISTORY,
    FAMILY_HISTORY,
    SOCIAL_HISTORY,
    MEDICATIONS,
    ALLERGIES,
    REVIEW_OF_SYSTEMS,
    VITAL_SIGNS,
    PHYSICAL_EXAM,
    RESULTS,
    IMAGING,
    PROCEDURE,
    HOSPITAL_COURSE,
    ASSESSMENT,
    PLAN,
    ASSESSMENT_AND_PLAN,
    DIAGNOSES,
    DISCHARGE_DIAGNOSES,
    PREOPERATIVE_DIAGNOSIS,
    POSTOPERATIVE_DIAGNOSIS,
    PROBLEM_LIST,
    INSTRUCTIONS,
    IMMUNIZATIONS,
    INDICATION,
    TECHNIQUE,
    COMPARISON,
    FINDINGS,
    IMPRESSION,
    HEADER,
    SIGNATURE
}
