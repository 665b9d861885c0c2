package ai.meddoc.fhir;

import ai.meddoc.classify.Classification;
import ai.meddoc.document.DocumentType;
import ai.meddoc.text.DocumentText;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;

/** The document itself, with the text that all offsets count in. */
record Papers(BundleIds ids) {

    DocumentReference of(DocumentText text, Classification classification) {
        DocumentReference paper = new DocumentReference();
        paper.setStatus(DocumentReferenceStatus.CURRENT);
        paper.setSubject(ids.to("patient"));
        paper.setType(type(classification.type()));
        paper.addExtension(Systems.CONFIDENCE, Conditions.confidence(classification.confidence()));
        paper.addContent()
                .getAttachment()
                .setContentType("text/plain; charset=utf-8")
                .setData(text.text().getBytes(StandardCharsets.UTF_8));
        return paper;
    }

    /** LOINC's documents and panels, with our own name beside. */
    static CodeableConcept type(DocumentType type) {
        CodeableConcept concept = new CodeableConcept().setText(type.wireName());
        concept.addCoding(new Coding(Systems.TYPE, type.wireName(), null));
        return switch (type) {
            case COMPLETE_BLOOD_COUNT -> concept.addCoding(loinc("58410-2"));
            case BASIC_METABOLIC_PANEL -> concept.addCoding(loinc("51990-0"));
            case X_RAY, CT -> concept.addCoding(loinc("18748-4"));
            case CLINICAL_NOTE -> concept.addCoding(loinc("34109-9"));
            case OTHER -> concept;
        };
    }

    private static Coding loinc(String code) {
        return new Coding(Systems.LOINC, code, null);
    }
}
