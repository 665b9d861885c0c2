package ai.meddoc.claude.deid;

/** The kinds of the Safe Harbor method, 45 CFR 164.514(b)(2)(i), in its order; fax and age stand apart from phone and date. */
public enum IdentifierKind {
    NAME,
    LOCATION,
    DATE,
    AGE_OVER_89,
    PHONE,
    FAX,
    EMAIL,
    SSN,
    MRN,
    HEALTH_PLAN,
    ACCOUNT,
    LICENSE,
    VEHICLE,
    DEVICE,
    URL,
    IP,
    BIOMETRIC,
    PHOTO_REF,
    OTHER_ID
}
