package ai.meddoc.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OcrRepairTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ICD-10: 150.23            | ICD-10: I50.23",
                "codes E11.9, 150.23       | codes E11.9, I50.23",
                "weight 150.23 kg          | weight 150.23 kg",
                "E1l.9                     | E11.9",
                "(J44.O)                   | (J44.0)",
                "N18.3O                    | N18.30",
                "S72.001A                  | S72.001A",
                "glucose 1O5 mg/dL         | glucose 105 mg/dL",
                "O.57                      | 0.57",
                "7O-99                     | 70-99",
                "l40                       | l40",
                "l40.5                     | 140.5",
                "O2 sat                    | O2 sat",
                "T12 and L1                | T12 and L1",
                "II III I1                 | II III I1",
                "Hemoglobin Alc            | Hemoglobin A1c",
                "HbAIc                     | HbA1c",
                "17 ulU/mL                 | 17 uIU/mL",
                "mlU/L                     | mIU/L",
                "Al foil                   | Al foil",
                "10.Ol                     | 10.Ol"
            })
    void repairsOnlyWhatHasOneReading(String read, String meant) {
        List<OcrWord> words = new ArrayList<>();
        float x = 0;
        for (String word : read.split(" ")) {
            words.add(new OcrWord(word, x, 90, x + 40, 100, 100, 0, 10, 0.9f));
            x += 50;
        }

        String repaired = OcrRepair.of(words).stream().map(OcrWord::text).collect(Collectors.joining(" "));

        assertThat(repaired).isEqualTo(meant);
    }
}
