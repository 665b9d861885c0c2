package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.server.problems.Dates;
import ai.meddoc.server.problems.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a caller says of a document, checked. */
public final class CallerWords {

    private CallerWords() {}

    /** @param otherAllowed whether {@code OTHER} is one of the answers; it is none for an upload's hint */
    public static @Nullable DocumentType type(@Nullable String value, String field, boolean otherAllowed) {
        if (value == null) {
            return null;
        }
        return DocumentType.fromWireName(value)
                .filter(type -> otherAllowed || type != DocumentType.OTHER)
                .orElseThrow(() -> ProblemException.malformed(field
                        + " must be one of COMPLETE BLOOD COUNT, BASIC METABOLIC PANEL, X-RAY, CT, CLINICAL NOTE"
                        + (otherAllowed ? ", OTHER." : ".")));
    }

    public static Encounter encounter(@Nullable String encounterClass, @Nullable String date) {
        return new Encounter(encounterClass(encounterClass), Dates.of(date, "date_of_service"));
    }

    private static @Nullable EncounterClass encounterClass(@Nullable String value) {
        return switch (value) {
            case null -> null;
            case "outpatient" -> EncounterClass.OUTPATIENT;
            case "inpatient" -> EncounterClass.INPATIENT;
            default -> throw ProblemException.malformed("encounter must be outpatient or inpatient.");
        };
    }
}
