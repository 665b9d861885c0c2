package ai.meddoc.fhir;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.Span;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition.ConditionEvidenceComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Where in the document something was read. Offsets count UTF-16 units of the attachment's text, as everywhere here. */
record Derivation(Reference document) {

    private static final String PATH = "DocumentReference.content[0].attachment.data";

    Extension of(Span span) {
        Extension extension = new Extension(Systems.DERIVATION);
        extension.addExtension("reference", document.copy());
        extension.addExtension("path", new StringType(PATH));
        extension.addExtension("offset", new IntegerType(span.start()));
        extension.addExtension("length", new IntegerType(span.length()));
        return extension;
    }

    void mark(DomainResource resource, Span span) {
        resource.addExtension(of(span));
    }

    void mark(Element element, List<Evidence> evidence) {
        evidence.forEach(quote -> element.addExtension(of(quote.span())));
    }

    /** A quote as a condition's evidence: its words, and the way to them. */
    ConditionEvidenceComponent evidence(Evidence quote) {
        ConditionEvidenceComponent evidence = new ConditionEvidenceComponent();
        evidence.addCode(new CodeableConcept().setText(quote.quote()));
        evidence.addDetail(document.copy());
        evidence.addExtension(of(quote.span()));
        return evidence;
    }
}
