package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** I.C.20.a.2: a cause bears its injury's phase; I.C.20.b, c, k: place, activity and role are told once. */
final class CausePhasesTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Slipped on ice today.                 | Fracture of the right ankle.                                 | W00.0XXA
            Slipped on ice a month ago.           | Fracture of the right ankle, follow-up, routine healing.     | W00.0XXD
            Fell from a ladder at work last year. | Sequela of fracture of the right ankle, healed fracture.     | W11.XXXS
            """)
    void a_cause_bears_its_injurys_phase(String story, String assessment, String cause) {
        assertThat(candidates(story, assessment)).contains(cause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fell in the kitchen while cooking today.       | Fracture of the right wrist.                             | true
            Fell in the kitchen while cooking a month ago. | Fracture of the right wrist, follow-up, routine healing. | false
            """)
    void place_and_activity_are_told_once(String story, String assessment, boolean told) {
        assertThat(candidates(story, assessment).stream().anyMatch(code -> code.startsWith("Y9")))
                .isEqualTo(told);
    }

    private static List<String> candidates(String story, String assessment) {
        String note = "HPI: " + story + "\nASSESSMENT:\n1. " + assessment + "\n";
        AnalysisRequest request = AnalysisRequest.of(DocumentText.of(note)).withEncounter(Encounter.outpatient());
        return ENGINE.candidates(request).stream().map(CandidateFeatures::code).toList();
    }
}
