package ai.meddoc.mention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.AnalysisRequest.CodingMode;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermLibrary;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LearnedPhrasesTest {

    private static final Icd10CmReleases RELEASES = Icd10CmReleases.bundled();
    private static final Icd10Cm RELEASE = RELEASES.newest();
    private static final LearnedPhrases PHRASES = LearnedPhrases.of(List.of(
            new LearnedPhrase("zorbic spell", "R55", 9, 9),
            new LearnedPhrase("zorbic", "I10", 5, 9),
            new LearnedPhrase("quintle", "R51", 9, 9)));

    private static List<Mention> find(String text) {
        DocumentText document = DocumentText.of(text);
        WordReader reader = WordReader.of(TermLibrary.index(RELEASE).vocabulary());
        return PHRASES.find(text, reader.read(document, SentenceSplitter.load().split(document)), RELEASE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            He had Zorbic spells at night. | Zorbic spells
            a zorbic-spell                 | zorbic-spell
            """)
    void a_phrase_is_found_in_any_inflection(String text, String quote) {
        assertThat(find(text)).anySatisfy(mention -> {
            assertThat(RELEASE.codeAt(mention.node())).isEqualTo("R55");
            assertThat(mention.span().of(text)).isEqualTo(quote);
            assertThat(mention.isLearned()).isTrue();
            assertThat(mention.share()).isEqualTo(0.8);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zorbic, spell | R55
            quintle       | R51
            """)
    void neither_across_signs_nor_to_a_code_that_cannot_be_billed(String text, String code) {
        assertThat(find(text))
                .noneMatch(mention -> RELEASE.codeAt(mention.node()).equals(code));
    }

    @Test
    void counts_only_where_every_mention_counts_and_not_where_it_is_denied() {
        LocalEngine engine = LocalEngine.with(RELEASES, PHRASES);
        assertThat(codes(engine, "A zorbic spell.", CodingMode.ALL_MENTIONS)).contains("R55");
        assertThat(codes(engine, "No zorbic spell.", CodingMode.ALL_MENTIONS)).isEmpty();
        assertThat(codes(engine, "A zorbic spell.", CodingMode.REPORTABLE)).isEmpty();
    }

    private static List<String> codes(LocalEngine engine, String text, CodingMode mode) {
        return engine
                .analyze(AnalysisRequest.of(DocumentText.of(text)).withCodingMode(mode))
                .coding()
                .assignments()
                .stream()
                .map(CodeAssignment::code)
                .map(code -> code.code())
                .toList();
    }
}
