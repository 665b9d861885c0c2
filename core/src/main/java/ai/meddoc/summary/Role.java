package ai.meddoc.summary;

/** What a passage is there for, in the eyes of a provider who reads a summary. */
enum Role {
    /** Names, dates, signatures, headings, table rows: never part of a summary. */
    NOISE,
    /** Nothing tells: prose before the first heading, or under one that is not known. */
    PROSE,
    /** Why the patient came, or why the test was ordered. */
    REASON,
    HISTORY,
    /** Earlier illnesses, medicines, allergies, habits. */
    BACKGROUND,
    /** Of relatives: said only where the provider assesses it. */
    FAMILY,
    EXAM,
    RESULT,
    TECHNIQUE,
    /** What was done or given, and how it went. */
    COURSE,
    FINDING,
    PROCEDURE,
    /** Complications, blood loss, condition: said with their label. */
    OUTCOME,
    /** Diagnoses, impressions, conclusions. */
    ASSESSMENT,
    PLAN,
    /** What a laboratory or a clinician wrote about values. */
    COMMENT
}
