package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.AnalysisRequest.CodingMode;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems that share a word: each of them is found, with its own site, side and stage. */
final class CoordinationTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    static Stream<List<String>> cases() {
        return RuleFile.rows(CoordinationTest.class, "coordination-cases.tsv", 5).stream();
    }

    private static List<CodeAssignment> codesOf(String sentence, CodingMode mode) {
        return ENGINE.analyze(AnalysisRequest.of(DocumentText.of("ASSESSMENT:\n1. " + sentence))
                        .withTypeHint(DocumentType.CLINICAL_NOTE)
                        .withEncounter(Encounter.outpatient())
                        .withCodingMode(mode))
                .coding()
                .assignments();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void finds_each_problem_with_its_own_side_and_stage(List<String> row) {
        List<CodeAssignment> assignments = codesOf(row.get(0), CodingMode.REPORTABLE);

        List<String> codes = assignments.stream().map(a -> a.code().code()).toList();
        assertThat(codes)
                .as(row.get(4))
                .contains(row.get(2).split(" "))
                .doesNotContain(row.get(3).split(" "));
        assertThat(assignments.stream().flatMap(a -> a.evidence().stream()).map(Evidence::quote))
                .containsAll(Arrays.asList(row.get(1).split(";")));
    }

    /** Where every mention counts, both stages do. */
    @Test
    void counts_each_stage_as_a_mention() {
        assertThat(codesOf("CKD stage 3 and 4.", CodingMode.ALL_MENTIONS))
                .extracting(a -> a.code().code())
                .contains("N18.30", "N18.4");
    }
}
