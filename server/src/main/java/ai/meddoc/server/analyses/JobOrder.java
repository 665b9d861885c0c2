package ai.meddoc.server.analyses;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.server.problems.ProblemException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a job is asked to do otherwise than its document says; checked.
 *
 * @param upgradeLater whether Claude, where it is away, is asked again when it is back
 */
public record JobOrder(@Nullable String engine, Encounter encounter, Priority priority, boolean upgradeLater) {

    /** As the document says, by the usual engine. */
    public static JobOrder uploaded(Priority priority, boolean upgradeLater) {
        return new JobOrder(null, new Encounter(null, null), priority, upgradeLater);
    }

    static JobOrder of(@Nullable AnalyzeRequest request, Engines engines) {
        if (request == null) {
            return uploaded(Priority.INTERACTIVE, false);
        }
        String engine = request.engine();
        if (engine != null && !Engines.NAMES.contains(engine)) {
            throw ProblemException.malformed("engine must be local or claude.");
        }
        if (engines.named(engine).isEmpty()) {
            throw ProblemException.malformed("engine claude is not switched on here; see USE_CLAUDE_REAL.");
        }
        return new JobOrder(
                engine,
                CallerWords.encounter(request.encounter(), request.dateOfService()),
                Priority.of(request.priority(), Priority.INTERACTIVE),
                Boolean.TRUE.equals(request.upgradeLater()));
    }

    /** All that was asked for of a document, by which two orders are told apart. */
    String[] said(long document) {
        return new String[] {
            "run on " + document,
            String.valueOf(engine),
            String.valueOf(encounterClass()),
            String.valueOf(dateOfService()),
            priority.wireName(),
            upgradeLater ? "upgrade later" : ""
        };
    }

    @Nullable String encounterClass() {
        EncounterClass encounterClass = encounter.encounterClass();
        return encounterClass == null ? null : encounterClass.name().toLowerCase(Locale.ROOT);
    }

    @Nullable String dateOfService() {
        LocalDate date = encounter.dateOfService();
        return date == null ? null : date.toString();
    }
}
