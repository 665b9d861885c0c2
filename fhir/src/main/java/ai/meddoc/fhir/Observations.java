package ai.meddoc.fhir;

import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.lab.LabResult.FlagSource;
import ai.meddoc.lab.ReferenceRange;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationReferenceRangeComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.jspecify.annotations.Nullable;

/** Laboratory values as observations. Their status in the laboratory's system is not ours to know: {@code unknown}. */
record Observations(BundleIds ids, Derivation derivation) {

    Observation of(LabResult result) {
        Observation observation = new Observation();
        observation.setStatus(ObservationStatus.UNKNOWN);
        observation.setSubject(ids.to("patient")).setEncounter(ids.to("encounter"));
        observation.addCategory(Conditions.concept(Systems.OBSERVATION_CATEGORY, "laboratory", "Laboratory"));
        observation.setCode(code(result));
        observation.setValue(quantity(result.value(), result).setComparator(comparator(result.comparator())));
        ReferenceRange range = result.range();
        if (range != null && (range.low() != null || range.high() != null)) {
            observation.addReferenceRange(range(range, result));
        }
        LabFlag flag = result.flag();
        if (flag != null) {
            observation.addInterpretation(interpretation(flag, result.critical()));
        }
        derivation.mark(observation, result.span());
        return observation;
    }

    private static CodeableConcept code(LabResult result) {
        CodeableConcept code = new CodeableConcept().setText(result.name());
        String loinc = result.loinc();
        return loinc == null ? code : code.addCoding(new Coding(Systems.LOINC, loinc, null));
    }

    private static Quantity quantity(double value, LabResult result) {
        Quantity quantity = new Quantity().setValue(BigDecimal.valueOf(value));
        if (result.unit().isEmpty()) {
            return quantity;
        }
        quantity.setUnit(result.unit());
        Ucum.of(result.unit())
                .ifPresent(code -> quantity.setSystem(Systems.UCUM).setCode(code));
        return quantity;
    }

    private static @Nullable QuantityComparator comparator(String comparator) {
        return comparator.isEmpty() ? null : QuantityComparator.fromCode(comparator);
    }

    private static ObservationReferenceRangeComponent range(ReferenceRange range, LabResult result) {
        ObservationReferenceRangeComponent component = new ObservationReferenceRangeComponent();
        Double low = range.low();
        Double high = range.high();
        if (low != null) {
            component.setLow(quantity(low, result));
        }
        if (high != null) {
            component.setHigh(quantity(high, result));
        }
        if (result.flagSource() == FlagSource.OUR_RANGE) {
            component.setText("not printed on the report; the usual range for adults");
        }
        return component;
    }

    private static CodeableConcept interpretation(LabFlag flag, boolean critical) {
        return switch (flag) {
            case LOW -> interpretation(critical ? "LL" : "L", critical ? "Critical low" : "Low");
            case HIGH -> interpretation(critical ? "HH" : "H", critical ? "Critical high" : "High");
            case NORMAL -> interpretation("N", "Normal");
            case ABNORMAL -> interpretation(critical ? "AA" : "A", critical ? "Critical abnormal" : "Abnormal");
        };
    }

    private static CodeableConcept interpretation(String code, String display) {
        return Conditions.concept(Systems.INTERPRETATION, code, display);
    }
}
