package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordFormsTest {

    @ParameterizedTest
    @CsvSource({
        "Oedema, edema",
        "haemorrhages, hemorrhage",
        "tumours, tumor",
        "metastases, metastasis",
        "biopsies, biopsy",
        "Crohn’s, crohn",
        "Parkinson's, parkinson",
        "calculi, calculus",
        "diagnosis, diagnosis",
        "abscesses, abscess",
        "III, 3",
        "IIIb, 3b",
        "does, does",
        "Sjögren, sjogren",
        "pelvis, pelvis",
        "virus, virus"
    })
    void folds_spellings_of_one_word_to_one_form(String word, String form) {
        assertThat(WordForms.fold(word)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({"kidney, kidneys", "anaemia, anemia", "ulcers, ulcer", "bruises, bruise"})
    void makes_equal_what_is_one_word(String one, String other) {
        assertThat(WordForms.fold(one)).isEqualTo(WordForms.fold(other));
    }
}
