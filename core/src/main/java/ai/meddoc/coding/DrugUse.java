package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;
import ai.meddoc.text.CuedPattern;
import java.util.List;

/**
 * Whether a drug is taken for long (Z79.-, Official Guidelines I.C.21.c.3), by what is said of it, or by its place in a list
 * of drugs with a dose. Immutable; thread-safe.
 */
final class DrugUse {

    /** Codes of drugs that many take for a few days: only where long-term use is said. */
    private static final List<String> SHORT = List.of("Z79.1", "Z79.2", "Z79.52", "Z79.891", "Z79.899");

    private final CuedPattern longBefore;
    private final CuedPattern longAfter;
    private final CuedPattern monitorBefore;
    private final CuedPattern monitorAfter;
    private final CuedPattern takenBefore;
    private final CuedPattern takenAfter;
    private final CuedPattern takesBefore;
    private final CuedPattern doseAfter;
    private final CuedPattern notBefore;
    private final CuedPattern notAfter;

    DrugUse(PhrasePatterns phrases) {
        this.longBefore = phrases.of("long-before");
        this.longAfter = phrases.of("long-after");
        this.monitorBefore = phrases.of("monitor-before");
        this.monitorAfter = phrases.of("monitor-after");
        this.takenBefore = phrases.of("taken-before");
        this.takenAfter = phrases.of("taken-after");
        this.takesBefore = phrases.of("takes-before");
        this.doseAfter = phrases.of("dose-after");
        this.notBefore = phrases.of("not-taken-before");
        this.notAfter = phrases.of("not-taken-after");
    }

    void read(DrugTable.Drug drug, DrugPlace place, List<Statement> found) {
        boolean monitored = monitorBefore.isIn(place.before()) || monitorAfter.isIn(place.after());
        if (monitored) {
            found.add(place.says("Z51.81", place.drug(), "DRUG-MONITORING"));
        }
        if (monitored || longBefore.isIn(place.before()) || longAfter.isIn(place.after())) {
            found.add(place.says(drug.use(), place.drug(), "LONG-TERM-DRUG"));
        } else if (!SHORT.contains(drug.use()) && isTaken(place)) {
            found.add(place.says(drug.use(), place.drug(), "DRUG-TAKEN"));
        }
    }

    private boolean isTaken(DrugPlace place) {
        if (notBefore.isIn(place.before()) || notAfter.isIn(place.after())) {
            return false;
        }
        return place.section() == SectionKind.MEDICATIONS
                || doseAfter.isIn(place.after())
                || place.section() != SectionKind.INDICATION && takesBefore.isIn(place.before())
                || takenBefore.isIn(place.before()) && takenAfter.isIn(place.after());
    }
}
