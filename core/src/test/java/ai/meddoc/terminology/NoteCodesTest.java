package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoteCodesTest {
    private static final NoteCodes NAMED = new NoteCodes(titles());

    private static TreeMap<Long, String> titles() {
        TreeMap<Long, String> titles = new TreeMap<>();
        for (int i = 0; i < Releases.BUNDLED.size(); i++) {
            titles.put(CodeKey.of(Releases.BUNDLED.codeAt(i)), Releases.BUNDLED.titleAt(i));
        }
        return titles;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chronic kidney disease (N18.-)                        | N18
            pneumonia (J12-J18)                                   | J12-J18
            heart failure (I50.-, I51.4-I51.7)                    | I50 I51.4-I51.7
            drug use (F10.--F19.-)                                | F10-F19
            endocarditis (I01.0 -I01.9)                           | I01.0-I01.9
            fracture (S12.0--S12.6.-)                             | S12.0-S12.6
            arthritis (M05.00 to M05.8A)                          | M05.00-M05.8A
            stroke (I60.-. I61.-, I62.-)                          | I60 I61 I62
            colds (J00-J06; J20-J22)                              | J00-J06 J20-J22
            at risk for fall (history of fall) Z91.81             | Z91.81
            Any condition in I11.-, I13.- due to hypertension     | I11 I13
            genes (QA0.01-)                                       | QA0.01
            pregnancy (O00-O9A)                                   | O00-O9A
            congenital malformations (Q00-Q99)                    | Q00-Q99
            C3-C4 disc disorder with myelopathy                   |
            glucose-6-phosphate dehydrogenase deficiency (G6PD)   |
            Poisoning by histamine H2-receptor blockers NOS       |
            (F13 with .27)                                        | F13.27
            tic (F10-F11, with .14, .24)                          | F10.14 F10.24 F11.14 F11.24
            speech (I69.0- with final characters -20)             | I69.020
            cough (A37 with fifth-character 1)                    | A37.01 A37.11 A37.81 A37.91
            psychosis (F11-F12 with fifth to sixth characters 51) | F11.151 F11.251 F11.951 F12.151 F12.251 F12.951
            toxic (T65.2- with sixth character 1-3)               | T65.211 T65.212 T65.213 T65.221 T65.222 T65.223 T65.291 T65.292 T65.293
            lithium (T56.8 with fifth or sixth character 1)       | T56.811 T56.821 T56.891
            drug (T36.8-T36.9 with fifth or sixth character 5)    | T36.8X5 T36.95
            skull (S02.0 with 7th character B)                    | S02.0XXB
            hand (S62.00- with open fracture 7th character)       | S62.001B S62.002B S62.009B
            brain (S06.0X0 with seventh character A)              | S06.0X0A
            alcohol (T51.0 with fifth or sixth character to indicate intent) | T51.0
            """)
    void readsWhatANoteNames(String text, String codes) {
        assertThat(NAMED.in(text)).isEqualTo(codes == null ? List.of() : List.of(codes.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "J12-J18, J18.9, true",
        "J12-J18, J12, true",
        "J12-J18, J19, false",
        "J12-J18, J11.1, false",
        "N18, n186, true",
        "N18, N17.9, false",
        "E08.311-E08.359, E08.3599, true",
        "E08.311-E08.359, E08.3, false",
        "N18, '', false"
    })
    void aNoteNamesWhatStandsBelowItsCodes(String codes, String code, boolean named) {
        CodeNote note = new CodeNote(CodeNote.Kind.EXCLUDES1, "", List.of(codes.split(" ")));
        assertThat(note.names(code)).isEqualTo(named);
    }
}
