package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.text.DocumentText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncounterReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            DISCHARGE SUMMARY Discharge date: 03/04/2026     | INPATIENT  | 2026-03-04
            Birth date: 03/04/1951                           | OUTPATIENT | -
            Date of service: 05/12/2026                      | OUTPATIENT | 2026-05-12
            DOS 2026-05-12                                   | OUTPATIENT | 2026-05-12
            Visit date: 13/05/2026                           | OUTPATIENT | 2026-05-13
            Date of service: 02/31/2026                      | OUTPATIENT | -
            Date of birth: 01/02/1951 Report date = 5/6/26   | OUTPATIENT | 2026-05-06
            Exam date: 99/99/2026 Study date: 05/12/2026     | OUTPATIENT | 2026-05-12
            Date: 05/12/2026 Encounter class: inpatient      | INPATIENT  | 2026-05-12
            Up to date 05/12/2026 and 12345/6/78 and 3/4     | OUTPATIENT | -
            nothing said                                     | OUTPATIENT | -
            """)
    void reads_what_the_caller_did_not_say(String text, String encounterClass, String date) {
        Encounter encounter = EncounterReader.complete(Encounter.UNKNOWN, DocumentText.of(text));
        assertThat(encounter.encounterClass()).isEqualTo(EncounterClass.valueOf(encounterClass));
        assertThat(String.valueOf(encounter.dateOfService())).isEqualTo(String.valueOf(date));
    }
}
