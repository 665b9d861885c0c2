package ai.meddoc.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.assertion.Assertion.Experiencer;
import ai.meddoc.assertion.Assertion.Presence;
import ai.meddoc.section.Sectionizer;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.SentenceSplitter;
import ai.meddoc.text.Span;
import ai.meddoc.text.Tokenizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AssertionDetectorTest {

    private static final AssertionDetector DETECTOR = AssertionDetector.load();

    static Stream<Arguments> rows() {
        return RuleFile.rows(AssertionDetectorTest.class, "assertion-rows.tsv", 3).stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsTheSentenceAsAClinicianWould(String sentence, String mention, String expected) {
        Assertion found = DETECTOR.assertionIn(sentence.replace('_', '\n'), mention);
        String said = found.presence() + " " + found.temporality() + " " + found.experiencer();
        assertThat(said.toLowerCase(Locale.ROOT)).as(found.ruleId()).isEqualTo(expected);
    }

    @Test
    void triggerAndScopeArePartOfTheResult() {
        String text = "Denies fever or chills, but coughs.";
        Assertion found = DETECTOR.assertionIn(text, "chills");
        assertThat(found.trigger()).isEqualTo(new Span(0, 6));
        assertThat(found.scope()).isEqualTo(new Span(7, text.indexOf(", but") + 1));
        assertThat(found.ruleId()).startsWith("neg-");
    }

    @Test
    void aConceptThatIsNotThereIsJudgedByTheWholeSentence() {
        assertThat(DETECTOR.assertionIn("No crackles.", "rales").presence()).isEqualTo(Presence.ABSENT);
        assertThat(DETECTOR.assertionIn("Crackles.", "rales")).isEqualTo(Assertion.DEFAULT);
    }

    @Test
    void conceptsAreFoundAcrossCaseAndWhiteSpace() {
        assertThat(DETECTOR.assertionIn("No CHEST   PAIN.", "chest pain").presence())
                .isEqualTo(Presence.ABSENT);
    }

    @Test
    void aLabelledListOfBulletsIsInTheLabelsScope() {
        String text = "Denies:\n- fever\n- chills\nHas a cough.\n";
        assertThat(assertionIn(text, "chills").presence()).isEqualTo(Presence.ABSENT);
        assertThat(assertionIn(text, "cough").presence()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void familyHistoryIsOfTheFamily() {
        String text = "FAMILY HISTORY\nDiabetes.\nNo cancer.\nPLAN\nTreat gout.\n";
        assertThat(assertionIn(text, "Diabetes").experiencer()).isEqualTo(Experiencer.FAMILY);
        assertThat(assertionIn(text, "Diabetes").ruleId()).isEqualTo(SentenceContext.FAMILY_SECTION);
        assertThat(assertionIn(text, "cancer").presence()).isEqualTo(Presence.ABSENT);
        assertThat(assertionIn(text, "gout").experiencer()).isEqualTo(Experiencer.PATIENT);
    }

    @Test
    void ruleIdsAndLiteralsAreUnique() {
        List<ContextRule> rules = AssertionDetector.rules();
        assertThat(rules).extracting(ContextRule::id).doesNotHaveDuplicates();
        assertThat(rules)
                .extracting(r -> r.literal() + "/" + r.category() + "/" + r.direction())
                .doesNotHaveDuplicates();
    }

    /** A literal that the tokenizer cuts otherwise could never match. */
    @Test
    void everyLiteralIsCutAsTheTokenizerCuts() {
        Tokenizer tokenizer = new Tokenizer();
        for (ContextRule rule : AssertionDetector.rules()) {
            String plain = rule.literal().replaceAll("<\\w+>", "word");
            List<String> cut = tokenizer.tokenize(plain).stream()
                    .map(t -> t.span().of(plain))
                    .toList();
            assertThat(cut).as(rule.id()).containsExactly(plain.split(" "));
        }
    }

    @Test
    void noSentenceIsTooLongForIt() {
        String text = "no pain and history of gout, ".repeat(20_000);
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> assertionIn(text, "pain"));
    }

    private static Assertion assertionIn(String text, String mention) {
        DocumentText document = DocumentText.of(text);
        List<Sentence> sentences = SentenceSplitter.load().split(document);
        List<SentenceContext> contexts =
                DETECTOR.contextsOf(document, sentences, Sectionizer.load().sectionize(document));
        int start = text.indexOf(mention);
        Span span = new Span(start, start + mention.length());
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).span().contains(span)) {
                return contexts.get(i).assertionOf(span);
            }
        }
        throw new AssertionError("no sentence holds the mention");
    }
}
