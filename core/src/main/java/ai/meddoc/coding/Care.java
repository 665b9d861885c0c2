package ai.meddoc.coding;

/** Which phase of an injury's care the encounter belongs to (Official Guidelines I.C.19.a); tells the 7th character. */
enum Care {
    ACTIVE,
    SUBSEQUENT,
    SEQUELA,
    DELAYED,
    NONUNION,
    MALUNION
}
