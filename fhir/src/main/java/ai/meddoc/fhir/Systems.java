package ai.meddoc.fhir;

/** The addresses by which FHIR names code systems and extensions; none of them is ever fetched. */
final class Systems {

    static final String ICD10CM = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String LOINC = "http://loinc.org";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    static final String INTERPRETATION = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";
    static final String CONDITION_CATEGORY = "http://terminology.hl7.org/CodeSystem/condition-category";
    static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    static final String PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /** HL7's extension for what software read in a text: the document, where, how long. */
    static final String DERIVATION = "http://hl7.org/fhir/StructureDefinition/derivation-reference";

    static final String TYPE = "urn:ai.meddoc:document-type";
    static final String CONFIDENCE = "urn:ai.meddoc:confidence";
    static final String RULE = "urn:ai.meddoc:coding-rule";

    private Systems() {}
}
