package ai.meddoc.lab;

/** Where a value lies in relation to its reference range. */
public enum LabFlag {
    LOW,
    NORMAL,
    HIGH,
    /** Abnormal without a direction (qualitative results). */
    ABNORMAL
}
