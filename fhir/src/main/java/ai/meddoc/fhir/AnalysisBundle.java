package ai.meddoc.fhir;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.engine.Analysis;
import ai.meddoc.lab.LabResult;
import ai.meddoc.text.DocumentText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Resource;

/** Puts one analysis together as a bundle. Used once, by one thread. */
final class AnalysisBundle {

    private final DocumentText text;
    private final Analysis analysis;
    private final Date written;
    private final BundleIds ids;
    private final Derivation derivation;
    private final Bundle bundle = new Bundle();

    AnalysisBundle(DocumentText text, Analysis analysis, Instant written) {
        this.text = text;
        this.analysis = analysis;
        this.written = Date.from(written);
        this.ids = new BundleIds(text.text());
        this.derivation = new Derivation(ids.to("document"));
    }

    Bundle build() {
        bundle.setType(BundleType.COLLECTION).setTimestamp(written);
        add("document", new Papers(ids).of(text, analysis.classification()));
        add("summary", new Summaries(ids, derivation).of(analysis, written));
        conditions();
        observations();
        add("patient", patient());
        add("encounter", encounter(analysis.encounter()));
        add("device", device());
        if (!analysis.findings().isEmpty()) {
            add("findings", Findings.of(analysis.findings()));
        }
        add("provenance", provenance());
        return bundle;
    }

    private void conditions() {
        var conditions = new Conditions(ids, derivation, analysis.provenance().terminologyRelease());
        int number = 0;
        for (CodeAssignment assignment : analysis.coding().assignments()) {
            add("condition-" + ++number, conditions.of(assignment));
        }
    }

    private void observations() {
        var observations = new Observations(ids, derivation);
        int number = 0;
        for (LabResult result : analysis.labResults()) {
            add("observation-" + ++number, observations.of(result));
        }
    }

    /** Who the patient is stays with the document: nothing here reads names. */
    private static Patient patient() {
        Patient patient = new Patient();
        patient.addName().addExtension(Systems.ABSENT, new CodeType("unknown"));
        return patient;
    }

    private org.hl7.fhir.r4.model.Encounter encounter(Encounter encounter) {
        boolean inpatient = encounter.encounterClass() == EncounterClass.INPATIENT;
        var resource = new org.hl7.fhir.r4.model.Encounter();
        resource.setStatus(EncounterStatus.UNKNOWN);
        resource.setSubject(ids.to("patient"));
        resource.setClass_(new Coding(
                Systems.ACT_CODE, inpatient ? "IMP" : "AMB", inpatient ? "inpatient encounter" : "ambulatory"));
        LocalDate date = encounter.dateOfService();
        if (date != null) {
            resource.setPeriod(new Period().setStartElement(new DateTimeType(date.toString())));
        }
        return resource;
    }

    private Device device() {
        Device device = new Device();
        device.addDeviceName().setName("med-doc-ai").setType(DeviceNameType.MANUFACTURERNAME);
        device.addVersion().setValue(analysis.provenance().engineVersion());
        device.addNote().setText("engine: " + analysis.provenance().engine());
        return device;
    }

    private Provenance provenance() {
        Provenance provenance = new Provenance();
        bundle.getEntry().forEach(entry -> provenance.addTarget().setReference(entry.getFullUrl()));
        provenance.setRecorded(written);
        provenance
                .addAgent()
                .setType(Conditions.concept(Systems.PARTICIPANT, "assembler", "Assembler"))
                .setWho(ids.to("device"));
        provenance.addEntity().setRole(ProvenanceEntityRole.SOURCE).setWhat(ids.to("document"));
        return provenance;
    }

    private void add(String name, Resource resource) {
        bundle.addEntry().setFullUrl(ids.urn(name)).setResource(resource);
    }
}
