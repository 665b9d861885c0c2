package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.text.DocumentText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planted identifiers, one of each kind at least, must not stand in a body that leaves; the answer has them again. */
final class CanaryTest {

    private static final List<String> CANARIES = List.of(
            "Zebulon",
            "Quackenbush",
            "Ottoline",
            "03/17/1931",
            "77 Larkspur Lane",
            "Dubuque",
            "52001",
            "563-555-0188",
            "563-555-0189",
            "zeb.quackenbush@mail.example",
            "412-55-9087",
            "MRN-ZQ-900417",
            "HPQ-4417-8820",
            "ACC-771-0042",
            "D99817723",
            "1HGCM82633A004352",
            "SN-PM-5518820",
            "portal.quackenbush.example",
            "203.0.113.77",
            "FP-ZQ-0091",
            "zq_face_0417.jpg",
            "S26-0041782",
            "94-year");

    private static final String NOTE = """
            Patient: Quackenbush, Zebulon     DOB: 03/17/1931     MRN: MRN-ZQ-900417     SSN: 412-55-9087
            Address: 77 Larkspur Lane, Dubuque, IA 52001   Phone: 563-555-0188   Fax: 563-555-0189
            Email zeb.quackenbush@mail.example, portal https://portal.quackenbush.example/zq from 203.0.113.77
            Member ID: HPQ-4417-8820   Account: ACC-771-0042   Driver's license: IA D99817723   VIN 1HGCM82633A004352
            Pacemaker serial SN-PM-5518820. Fingerprint template FP-ZQ-0091. Photo zq_face_0417.jpg. Accession S26-0041782.

            HISTORY: 94-year-old seen with his daughter Ottoline on 02/03/2026. Mr. Quackenbush has type 2 diabetes.
            ASSESSMENT AND PLAN:
            1. Type 2 diabetes mellitus. Increase metformin, Ottoline Quackenbush will help.
            2. Hypertension. Continue lisinopril 20 mg daily.
            """;

    @Test
    void nothing_planted_leaves() {
        try (LoopbackClaude server = new LoopbackClaude(ScriptedModel::reply)) {
            ClaudeEngine engine = TestSettings.engine(TestSettings.patient(server.uri()));
            ClaudeAnswer answer =
                    engine.answer(ClaudeRequest.of(AnalysisRequest.of(DocumentText.of(NOTE)), "tenant", "document"));
            assertThat(answer.source()).isEqualTo(ClaudeAnswer.Source.CLAUDE);
            String body = server.bodies().get(0);
            CANARIES.forEach(canary -> assertThat(body).doesNotContainIgnoringCase(canary));
            assertThat(body).contains("Type 2 diabetes mellitus", "Hypertension");
            assertThat(answer.analysis().summary().text()).contains("Ottoline Quackenbush will help");
            assertThat(answer.analysis().coding().assignments())
                    .isNotEmpty()
                    .allSatisfy(a -> a.evidence()
                            .forEach(e -> assertThat(NOTE.substring(
                                            e.span().start(), e.span().end()))
                                    .isEqualTo(e.quote())));
        }
    }
}
