package ai.meddoc.document;

/** Decides how uncertain diagnoses are coded (Official Guidelines II.H for inpatients, IV.H for outpatients). */
public enum EncounterClass {
    OUTPATIENT,
    INPATIENT
}
