package ai.meddoc.document;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The visit or stay a document belongs to.
 *
 * @param encounterClass outpatient or inpatient; null when the caller does not know and the document shall decide
 * @param dateOfService chooses the ICD-10-CM release; null when the caller does not know and the document shall decide
 */
public record Encounter(
        @Nullable EncounterClass encounterClass, @Nullable LocalDate dateOfService) {

    /** Nothing known: the document decides; without a word in it, outpatient and the newest release. */
    public static final Encounter UNKNOWN = new Encounter(null, null);

    public static Encounter outpatient() {
        return new Encounter(EncounterClass.OUTPATIENT, null);
    }

    public static Encounter inpatient() {
        return new Encounter(EncounterClass.INPATIENT, null);
    }

    public Encounter on(LocalDate date) {
        return new Encounter(encounterClass, Objects.requireNonNull(date));
    }
}
