package ai.meddoc.server.analyses;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The encounter as used, on the wire. */
public record EncounterJson(
        @JsonProperty("class") @Nullable String encounterClass,
        @Nullable LocalDate dateOfService) {

    static EncounterJson of(Encounter encounter) {
        EncounterClass kind = encounter.encounterClass();
        return new EncounterJson(kind == null ? null : kind.name().toLowerCase(Locale.ROOT), encounter.dateOfService());
    }
}
