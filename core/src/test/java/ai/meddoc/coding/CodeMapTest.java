package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.text.RuleFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release divides codes: what the tables name must still be billable, or no document with it gets an answer. */
final class CodeMapTest {

    private final Icd10Cm release = Icd10CmReleases.bundled().newest();

    @ParameterizedTest
    @ValueSource(strings = {"family-codes.tsv", "history-codes.tsv"})
    void namesBillableCodes(String file) {
        List<String> others = RuleFile.rows(CodeMap.class, file, 2).stream()
                .map(row -> row.get(1))
                .filter(code -> release.indexOf(code) < 0 || !release.billableAt(release.indexOf(code)))
                .toList();

        assertThat(others).isEmpty();
    }
}
