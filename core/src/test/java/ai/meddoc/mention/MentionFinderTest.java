package ai.meddoc.mention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermLibrary;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MentionFinderTest {

    private static final Icd10Cm RELEASE = Icd10CmReleases.bundled().newest();
    private static final TermIndex TERMS = TermLibrary.index(RELEASE);
    private static final MentionFinder FINDER = new MentionFinder(TERMS);
    private static final WordReader READER = WordReader.of(TERMS.vocabulary());
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();

    private static List<Mention> find(String text) {
        DocumentText document = DocumentText.of(text);
        return FINDER.find(text, READER.read(document, SPLITTER.split(document)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            He has hypertension.                        | I10     | hypertension
            stones in the left kidney                   | N20.0   | stones in the left kidney
            chest and abdominal pain                    | R07.9   | chest and abdominal pain
            Diabetes mellitus type 2.                   | E11     | Diabetes mellitus type 2
            oedema of the leg                           | R60     | oedema of the leg
            HTN, well controlled                        | I10     | HTN
            pneumonias                                  | J18.9   | pneumonias
            hypothyroidsm                               | E03.9   | hypothyroidsm
            renal calculi                               | N20.0   | renal calculi
            infected with hepatitis A                   | B15.9   | hepatitis A
            He had hepatitis as a child.                | K75.9   | hepatitis
            colonic neoplasia                           | D49.0   | colonic neoplasia
            decreased visual acuity                     | H54.7   | decreased visual acuity
            staphylococci                               | B95.8   | staphylococci
            """)
    void finds_what_is_named(String text, String code, String quote) {
        assertThat(find(text)).anySatisfy(mention -> {
            assertThat(RELEASE.codeAt(mention.node())).startsWith(code);
            assertThat(mention.span().of(text)).isEqualTo(quote);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            He also does well.                          | R06.0
            obstructive pulmonary disease, hypertension | I27
            the pre operative visit                     | I67.83
            pain without swelling of the knee           | M25.56
            hepatitis a few years ago                   | B15
            the aortic valve                            | I35.0
            a healthy newborn                           | P77.9
            skin growth rate                            | D49.9
            without any nausea, vomiting, or residuals  | R11.11
            """)
    void does_not_find_what_is_not_named(String text, String code) {
        assertThat(find(text))
                .noneMatch(mention -> RELEASE.codeAt(mention.node()).startsWith(code));
    }

    /** Each abbreviation in the index's sense, then in another. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sildenafil for ED.                  | Seen in the ED yesterday.             | N52
            RA, on methotrexate.                | Saturating 98% on RA.                 | M06
            MS diagnosed in 2014.               | Given MS Contin for pain.             | G35
            Treated for PE with apixaban.       | General PE: well developed.           | I26
            Treated for SSI with cephalexin.    | Continue SSI with meals, insulin aspart. | T81
            Moderate MR on echo.                | MR brain without contrast.            | I34
            AKA in 2019 on the right.           | Smith, also AKA Jones.                | Z89
            """)
    void tells_abbreviations_apart_by_their_neighbours(String meant, String other, String category) {
        assertThat(find(meant))
                .anyMatch(mention -> RELEASE.codeAt(mention.node()).startsWith(category));
        assertThat(find(other))
                .noneMatch(mention -> RELEASE.codeAt(mention.node()).startsWith(category));
    }

    @Test
    void finds_what_stands_inside_when_asked_to() {
        DocumentText document = DocumentText.of("right upper quadrant abdominal pain");
        TextWords words = READER.read(document, SPLITTER.split(document));
        assertThat(FINDER.find(document.text(), words)).noneMatch(Mention::nested);
        assertThat(FINDER.findNested(document.text(), words))
                .filteredOn(Mention::nested)
                .anyMatch(mention -> RELEASE.codeAt(mention.node()).equals("R10.9"));
    }

    @Test
    void lets_coordinated_terms_share_their_head() {
        assertThat(find("chest and abdominal pain"))
                .extracting(m -> RELEASE.codeAt(m.node()))
                .contains("R07.9", "R10.9");
    }

    @Test
    void points_at_the_naming_words_in_text_order() {
        String text = "stones in the left kidney";
        Mention mention = find(text).get(0);
        assertThat(mention.words()).isSorted();
        assertThat(mention.words()).allMatch(word -> mention.span().contains(word));
        assertThat(mention.toString()).doesNotContain("kidney");
    }

    @Test
    void takes_time_linear_in_a_sentence_of_one_repeated_word() {
        String text = "pain ".repeat(200_000);
        long start = System.nanoTime();
        find(text);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(20_000);
    }
}
