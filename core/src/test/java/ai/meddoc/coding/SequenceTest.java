package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first-listed code and what follows it. */
final class SequenceTest {

    private static final LocalEngine ENGINE = LocalEngine.load();

    static Stream<List<String>> cases() {
        return RuleFile.rows(SequenceTest.class, "listing-cases.tsv", 4).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lists_codes_as_the_guidelines_order_them(List<String> row) {
        DocumentText note = DocumentText.of(row.get(0).replace("\\n", "\n"));
        Encounter encounter = row.get(1).equals("in") ? Encounter.inpatient() : Encounter.outpatient();
        List<CodeAssignment> assignments = ENGINE.analyze(AnalysisRequest.of(note)
                        .withTypeHint(DocumentType.CLINICAL_NOTE)
                        .withEncounter(encounter))
                .coding()
                .assignments();

        List<String> expected = List.of(row.get(2).split(" "));
        assertThat(assignments).extracting(a -> a.code().code()).containsSubsequence(expected);
        assertThat(assignments)
                .filteredOn(CodeAssignment::firstListed)
                .extracting(a -> a.code().code())
                .as(row.get(3))
                .containsExactly(expected.getFirst());
    }
}
