package ai.meddoc.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RuleBookTest {

    private final RuleBook rules = RuleBook.load();
    private final Icd10Cm release = Icd10CmReleases.bundled().newest();

    @Test
    void cites_a_guideline_and_explains_every_rule() {
        assertThat(rules.all()).hasSizeGreaterThanOrEqualTo(60).allSatisfy(rule -> {
            assertThat(rule.guideline()).isNotBlank();
            assertThat(rule.explanation()).endsWith(".");
        });
    }

    @Test
    void gives_each_rule_an_id_of_its_own() {
        assertThat(rules.all().stream().map(CodingRule::id)).doesNotHaveDuplicates();
    }

    @Test
    void results_in_billable_codes_only() {
        assertThat(rules.all().stream().map(CodingRule::result).filter(code -> !code.isEmpty() && !code.endsWith("*")))
                .isNotEmpty()
                .allMatch(release::isBillable);
    }

    @Test
    void leads_from_open_results_to_billable_codes() {
        List<CodingRule> open =
                rules.all().stream().filter(rule -> rule.result().endsWith("*")).toList();
        assertThat(open)
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(codesOf(rule).map(rule::resultFor).filter(release::isBillable))
                                .as(rule.id())
                                .isNotEmpty());
    }

    private Stream<String> codesOf(CodingRule rule) {
        return IntStream.range(0, release.size()).mapToObj(release::codeAt).filter(rule::isAbout);
    }

    @Test
    void names_codes_that_exist() {
        for (CodingRule rule : rules.all()) {
            for (String prefix : rule.first().written()) {
                assertThat(exists(prefix)).as("%s: %s", rule.id(), prefix).isTrue();
            }
            for (CodePrefixes group : rule.second()) {
                assertThat(group.written()).as(rule.id()).allMatch(this::exists);
            }
        }
    }

    private boolean exists(String prefix) {
        String code = prefix.startsWith("=") ? prefix.substring(1) : prefix;
        if (code.length() >= 3) {
            return release.indexOf(code) >= 0;
        }
        for (int i = 0; i < release.size(); i++) {
            if (release.codeAt(i).startsWith(code)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void refuses_an_unknown_rule() {
        assertThatIllegalArgumentException().isThrownBy(() -> rules.rule("NO-SUCH-RULE"));
    }

    @Test
    void maps_diseases_to_billable_history_codes() {
        for (String file : List.of("history-codes.tsv", "family-codes.tsv")) {
            CodeMap map = CodeMap.load(file);
            assertThat(map.of("C50.919").filter(release::isBillable)).isPresent();
            assertThat(map.of("R69")).isEmpty();
        }
    }
}
