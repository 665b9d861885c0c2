package ai.meddoc.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class FhirWriterTest {

    private static final String PANEL = """
            Harbor Laboratory
            COMPLETE BLOOD COUNT
            Collected: 03/04/2026
            Diagnosis: iron deficiency anemia
            WBC          6.8   x10^3/uL   4.0 - 11.0
            Hemoglobin   6.1 LL g/dL      12.0 - 15.5
            Platelets    <20 L  K/uL      150 - 400
            """;
    private static final String NOTE = """
            PROGRESS NOTE \u2014 01/12/2026
            ASSESSMENT: 1. Type 2 diabetes with diabetic neuropathy <script>alert(1)</script> \uD83D\uDE00.
            2. Essential hypertension, stable on lisinopril. A1c 9.4 %.
            """;
    private static final String INVOICE = "INVOICE 17\nAmount due 40.00";
    static final List<String> DOCUMENTS = List.of(PANEL, NOTE, INVOICE, "");

    private static final LocalEngine ENGINE = LocalEngine.load();
    private static final FhirWriter WRITER = new FhirWriter(() -> Instant.parse("2026-04-02T10:00:00Z"));
    private static final FhirContext FHIR = FhirContext.forR4();

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void isValidByTheStandard(String document) {
        assertThat(Validation.errors(write(document))).isEmpty();
    }

    @Test
    void theValidatorWouldObject() {
        assertThat(Validation.errors(write(NOTE).replace("\"collection\"", "\"heap\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void everyOffsetLeadsToTheDocument(String document) {
        Bundle bundle = bundle(document);
        for (Condition condition : all(bundle, Condition.class)) {
            assertThat(condition.getEvidence()).isNotEmpty();
            condition
                    .getEvidence()
                    .forEach(evidence -> assertThat(under(document, evidence))
                            .isEqualTo(evidence.getCodeFirstRep().getText()));
        }
        all(bundle, Composition.class)
                .forEach(summary -> summary.getSection()
                        .forEach(section -> assertThat(under(document, section)).isNotBlank()));
        Attachment text = all(bundle, DocumentReference.class)
                .getFirst()
                .getContentFirstRep()
                .getAttachment();
        assertThat(new String(data(text), StandardCharsets.UTF_8)).isEqualTo(document);
    }

    private static byte[] data(Attachment attachment) {
        return attachment.hasData() ? attachment.getData() : new byte[0];
    }

    @Test
    void holdsEveryCodeOnceWithItsRelease() {
        Analysis analysis = analyze(NOTE);
        assertThat(all(bundle(NOTE), Condition.class))
                .extracting(condition -> condition.getCode().getCodingFirstRep().getCode())
                .containsExactlyElementsOf(analysis.coding().assignments().stream()
                        .map(CodeAssignment::code)
                        .map(code -> code.code())
                        .toList())
                .contains("E11.40", "I10");
        assertThat(all(bundle(NOTE), Condition.class)).allSatisfy(condition -> {
            assertThat(condition.getVerificationStatus().getCodingFirstRep().getCode())
                    .isNotEqualTo("confirmed");
            assertThat(condition.getCode().getCodingFirstRep().getVersion())
                    .isEqualTo(analysis.provenance().terminologyRelease());
        });
    }

    @Test
    void holdsEveryValueWithUnitRangeAndInterpretation() {
        List<Observation> values = all(bundle(PANEL), Observation.class);
        assertThat(values).hasSameSizeAs(analyze(PANEL).labResults());
        Observation hemoglobin = values.get(1);
        assertThat(hemoglobin.getCode().getCodingFirstRep().getCode()).isEqualTo("718-7");
        assertThat(hemoglobin.getValueQuantity().getValue()).isEqualByComparingTo("6.1");
        assertThat(hemoglobin.getValueQuantity().getCode()).isEqualTo("g/dL");
        assertThat(hemoglobin.getReferenceRangeFirstRep().getHigh().getValue()).isEqualByComparingTo("15.5");
        assertThat(interpretation(hemoglobin)).isEqualTo("LL");
        Observation platelets = values.get(2);
        assertThat(platelets.getValueQuantity().getComparator().toCode()).isEqualTo("<");
        assertThat(platelets.getValueQuantity().getCode()).isEqualTo("10*3/uL");
    }

    @Test
    void wordsOfTheDocumentNeverBecomeMarkup() {
        assertThat(write(NOTE)).doesNotContain("<script>");
    }

    @Test
    void theSameDocumentHasTheSameNames() {
        assertThat(write(NOTE)).isEqualTo(write(NOTE)).isNotEqualTo(write(NOTE + "\nGout."));
    }

    @Test
    void oneLineIsOneBundle() {
        Analysis analysis = analyze(PANEL);
        assertThat(WRITER.bundle(DocumentText.of(PANEL), analysis, false)).doesNotContain("\n");
    }

    @Test
    void aDocumentThatFailedIsAnOutcome() {
        String json = WRITER.failure("ENCRYPTED", "The file needs a password.", false);
        assertThat(Validation.errors(json)).isEmpty();
        OperationOutcome outcome = FHIR.newJsonParser().parseResource(OperationOutcome.class, json);
        assertThat(outcome.getIssueFirstRep().getDetails().getText()).isEqualTo("ENCRYPTED");
    }

    private static String interpretation(Observation observation) {
        return observation.getInterpretationFirstRep().getCodingFirstRep().getCode();
    }

    /** The characters that the element's first derivation names. */
    private static String under(String document, Element element) {
        Extension derivation = element.getExtensionsByUrl(Systems.DERIVATION).getFirst();
        int offset = number(derivation, "offset");
        return document.substring(offset, offset + number(derivation, "length"));
    }

    private static int number(Extension derivation, String name) {
        return ((IntegerType) derivation.getExtensionByUrl(name).getValue()).getValue();
    }

    private static <R extends Resource> List<R> all(Bundle bundle, Class<R> kind) {
        return bundle.getEntry().stream()
                .flatMap(entry ->
                        Stream.of(entry.getResource()).filter(kind::isInstance).map(kind::cast))
                .toList();
    }

    private static Bundle bundle(String document) {
        return FHIR.newJsonParser().parseResource(Bundle.class, write(document));
    }

    private static String write(String document) {
        return WRITER.bundle(DocumentText.of(document), analyze(document), true);
    }

    private static Analysis analyze(String document) {
        return ENGINE.analyze(AnalysisRequest.of(DocumentText.of(document)));
    }
}
