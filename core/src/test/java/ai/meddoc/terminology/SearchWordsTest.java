package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SearchWordsTest {
    private final SearchWords words = new SearchWords();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fractures of the Femur                     | fracture femur
            Hepatitis A                                | hepatitis a
            a cough                                    | cough
            grade II sprain                            | grade 2 sprain
            GERD w/o esophagitis                       | gerd -esophagitis
            without nausea, vomiting                   | -nausea vomiting
            not intractable headache                   | -intractable headache
            unspecified whether with hypoxia           | -hypoxia
            Bronchitis, not specified as acute, NOS    | bronchitis acute
            """)
    void foldsWordsAndMarksWhatIsDenied(String phrase, String expected) {
        assertThat(String.join(" ", words.in(phrase))).isEqualTo(expected);
    }
}
