package ai.meddoc.fhir;

import ai.meddoc.engine.Analysis;
import ai.meddoc.summary.SummaryStatement;
import java.util.Date;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The summary as a composition with a section for each statement; preliminary, since no provider has signed it. */
record Summaries(BundleIds ids, Derivation derivation) {

    Composition of(Analysis analysis, Date written) {
        Composition composition = new Composition();
        composition.setStatus(CompositionStatus.PRELIMINARY);
        composition.setType(Papers.type(analysis.classification().type()));
        composition.setSubject(ids.to("patient")).setEncounter(ids.to("encounter"));
        composition.setDate(written).addAuthor(ids.to("device"));
        composition.setTitle("Summary");
        composition.addExtension(
                Systems.CONFIDENCE, Conditions.confidence(analysis.summary().confidence()));
        composition.setSection(
                analysis.summary().statements().stream().map(this::section).collect(Collectors.toList()));
        return composition;
    }

    private SectionComponent section(SummaryStatement statement) {
        SectionComponent section = new SectionComponent();
        section.setText(narrative(statement.text()));
        derivation.mark(section, statement.evidence());
        return section;
    }

    /** Built as a tree, never from a string: words of the document cannot become markup. */
    private static Narrative narrative(String text) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", XhtmlNode.XMLNS);
        div.addText(text);
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }
}
