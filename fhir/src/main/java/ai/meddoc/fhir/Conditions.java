package ai.meddoc.fhir;

import ai.meddoc.coding.CodeAssignment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.StringType;

/**
 * Code assignments as conditions. Software has read them and no person has confirmed them yet, so none is
 * {@code confirmed}: reported codes are {@code unconfirmed}, suggestions from values alone {@code provisional}.
 *
 * @param edition the ICD-10-CM release
 */
record Conditions(BundleIds ids, Derivation derivation, String edition) {

    Condition of(CodeAssignment assignment) {
        Condition condition = new Condition();
        condition.setSubject(ids.to("patient")).setEncounter(ids.to("encounter"));
        condition.setVerificationStatus(verification(assignment.status()));
        condition.addCategory(concept(Systems.CONDITION_CATEGORY, "encounter-diagnosis", "Encounter Diagnosis"));
        condition.setCode(code(assignment));
        condition.addExtension(Systems.CONFIDENCE, confidence(assignment.confidence()));
        assignment.ruleIds().forEach(rule -> condition.addExtension(Systems.RULE, new StringType(rule)));
        assignment.evidence().forEach(quote -> condition.addEvidence(derivation.evidence(quote)));
        condition.addNote().setText(assignment.rationale());
        return condition;
    }

    private CodeableConcept code(CodeAssignment assignment) {
        Coding coding = new Coding(
                        Systems.ICD10CM,
                        assignment.code().code(),
                        assignment.code().title())
                .setVersion(edition);
        return new CodeableConcept(coding);
    }

    private static CodeableConcept verification(CodeAssignment.Status status) {
        return switch (status) {
            case REPORTED -> concept(Systems.VERIFICATION, "unconfirmed", "Unconfirmed");
            case SUGGESTED -> concept(Systems.VERIFICATION, "provisional", "Provisional");
        };
    }

    static DecimalType confidence(double value) {
        return new DecimalType(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP));
    }

    static CodeableConcept concept(String system, String code, String display) {
        return new CodeableConcept(new Coding(system, code, display));
    }
}
