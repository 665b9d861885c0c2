package ai.meddoc.engine;

import ai.meddoc.classify.Classification;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.document.Encounter;
import ai.meddoc.lab.LabResult;
import ai.meddoc.section.Section;
import ai.meddoc.summary.Summary;
import ai.meddoc.text.Finding;
import java.util.List;
import java.util.Objects;

/**
 * Everything an engine says of one document.
 *
 * @param encounter as used: the caller's word, else the document's, else outpatient
 * @param provenance which engine, rules and release produced it
 * @param findings trouble with the content, extraction's included
 */
public record Analysis(
        Classification classification,
        Encounter encounter,
        List<Section> sections,
        List<LabResult> labResults,
        CodingResult coding,
        Summary summary,
        List<Finding> findings,
        Provenance provenance) {

    /**
     * @param engine {@code local}, {@code claude} or {@code local (claude unavailable)}
     * @param engineVersion the product's version
     * @param terminologyRelease such as {@code FY2026-2026-04-01}
     */
    public record Provenance(String engine, String engineVersion, String terminologyRelease) {}

    public Analysis {
        Objects.requireNonNull(classification);
        Objects.requireNonNull(encounter);
        sections = List.copyOf(sections);
        labResults = List.copyOf(labResults);
        Objects.requireNonNull(coding);
        Objects.requireNonNull(summary);
        findings = List.copyOf(findings);
        Objects.requireNonNull(provenance);
    }

    @Override
    public String toString() {
        return "Analysis[" + classification.type() + ", " + coding.assignments().size() + " codes, " + labResults.size()
                + " lab results]";
    }
}
