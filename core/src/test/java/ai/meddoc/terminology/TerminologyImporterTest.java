package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.terminology.CodeNote.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminologyImporterTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final String ORDER = """
            00001 S06     0 Intracranial injury                                          Intracranial injury
            00002 S061    0 Traumatic cerebral edema                                     Traumatic cerebral edema
            00003 S061X   0 Traumatic cerebral edema                                     Traumatic cerebral edema
            00004 S061X0  0 Traumatic cerebral edema                                     Traumatic cerebral edema
            00005 S061X0A 1 Traumatic cerebral edema                                     Traumatic cerebral edema
            00006 S061X7  0 Traumatic cerebral edema                                     Traumatic cerebral edema
            00007 S061X7A 1 Traumatic cerebral edema                                     Traumatic cerebral edema
            00008 S09     0 Other injuries of head                                       Other injuries of head
            00009 S099    0 Other injuries of head                                       Other injuries of head
            00010 S099XXA 1 Other injuries of head                                       Other injuries of head
            00011 T36     0 Antibiotics                                                  Antibiotics
            00012 T360    0 Penicillins                                                  Penicillins
            00013 T360X   0 Penicillins                                                  Penicillins
            00014 T360X1  1 Poisoning                                                    Poisoning
            00015 T360X5  1 Adverse effect                                               Adverse effect
            00016 T369    0 Unspecified                                                  Unspecified
            00017 T3695   0 Unspecified                                                  Unspecified
            00018 T3695XA 1 Unspecified                                                  Unspecified
            00019 QA0     1 Gene disorder                                                Gene disorder
            """;

    @TempDir
    Path folder;

    private final Icd10Cm small = Releases.small(DAY);

    @Test
    void appendsSeventhCharactersWithPlaceholders() {
        assertThat(small.find("S09.9XXA").orElseThrow().title())
                .isEqualTo("Unspecified injury of head, initial encounter");
        assertThat(small.isBillable("S09.9")).isFalse();
        assertThat(small.isBillable("T36.95XA")).isTrue();
        assertThat(small.isBillable("QA0")).isTrue();
    }

    @Test
    void whoDiesBeforeWakingHasNoLaterEncounter() {
        assertThat(small.children("S06.1X0")).extracting(Icd10CmCode::code).containsExactly("S06.1X0A", "S06.1X0D");
        assertThat(small.children("S06.1X7")).extracting(Icd10CmCode::code).containsExactly("S06.1X7A");
    }

    @Test
    void keepsNotesWithTheCodesTheyName() {
        assertThat(small.find("S06.1X0").orElseThrow().notes())
                .extracting(CodeNote::text)
                .containsExactly("Edema & no LOC", "Swelling");
        assertThat(small.find("QA0").orElseThrow().notes().get(0).codes()).containsExactly("S06.1", "S09");
        assertThat(small.notesInForce("T36.0X1"))
                .filteredOn(note -> note.kind() == Kind.USE_ADDITIONAL_CODE)
                .flatExtracting(CodeNote::codes)
                .containsExactly("T36.0X5", "T36.95");
    }

    @Test
    void outerBlocksGatherInnerOnes() {
        assertThat(small.path("S06"))
                .extracting(Icd10CmCode::code)
                .containsExactly("S00-T88", "S00-T14", "S00-S09", "S06");
        assertThat(small.path("S06").get(2).title()).isEqualTo("Injuries to the head");
    }

    @Test
    void readsTheAlphabeticIndexWithoutNonessentialWords() {
        assertThat(small.indexTermsAt(small.indexOf("S06.1X"))).containsExactly("Edema, edematous, brain, traumatic");
        assertThat(small.indexTermsAt(small.indexOf("S09.9"))).containsExactly("Injury, head");
    }

    @Test
    void takesTheBillableFlagFromTheOrderFile() throws IOException {
        Path order = write("order.txt", ORDER);
        TerminologyImporter.Imported imported = TerminologyImporter.importInto(
                folder, new TerminologyImporter.Sources(Releases.file("tabular.xml"), null, order, DAY));
        assertThat(imported.billable()).isEqualTo(7);
        assertThat(imported.image()).exists().hasFileName("icd10cm-2026-04-01.bin");
        try (var in = Files.newInputStream(imported.image())) {
            assertThat(Icd10Cm.read(in).find("S06.1X0D")).isEmpty();
        }
    }

    @Test
    void sameFilesGiveTheSameImage() {
        Path tabular = Releases.file("tabular.xml");
        assertThat(Releases.image(tabular, null, null, DAY)).isEqualTo(Releases.image(tabular, null, null, DAY));
    }

    @Test
    void namesTheLineOfACodeThatTheTabularListLacks() throws IOException {
        Path order = write("order.txt", ORDER + "00020 Z999    1 Unknown                    Unknown\n");
        assertThatThrownBy(() -> Releases.image(Releases.file("tabular.xml"), null, order, DAY))
                .isInstanceOf(ReleaseFormatException.class)
                .hasMessage("order.txt, line 20: Z99.9 is not in tabular.xml.");
    }

    @Test
    void readsAPlainListAmongChaptersAndBlocks() throws IOException {
        Path order = write("list.txt", "1\r\nS00-S09\r\nS06\r\nS061X7\r\nS061X7A\r\nS09\r\nS09\r\n");
        try (var reader = Files.newBufferedReader(order)) {
            BillableList list = BillableList.read(reader, "list.txt");
            assertThat(list.codes.entrySet().stream()
                            .filter(java.util.Map.Entry::getValue)
                            .map(code -> CodeKey.format(code.getKey())))
                    .containsExactly("S06.1X7A", "S09");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <a/>                                                                  | line 1: the root element is a where ICD10CM.tabular is expected.
            <ICD10CM.tabular/>                                                    | the tabular list has no chapter.
            <ICD10CM.tabular><chapter><diag><name>E1</name></diag></chapter></ICD10CM.tabular> | line 1: "E1" is not a code.
            <ICD10CM.tabular><diag/></ICD10CM.tabular>                            | line 1: a section or code stands outside every chapter.
            <ICD10CM.tabular><chapter>                                            | line 1: not well-formed XML
            <ICD10CM.tabular><chapter></chapter></ICD10CM.tabular>                | line 1: a chapter has no name or no title.
            '' | not well-formed XML
            """)
    void saysInOneSentenceWhatIsWrong(String xml, String message) throws IOException {
        Path tabular = write("bad.xml", xml);
        assertThatThrownBy(() -> Releases.image(tabular, null, null, DAY))
                .isInstanceOf(ReleaseFormatException.class)
                .hasMessageStartingWith("bad.xml")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void readsNoExternalEntityAndExpandsNone() throws IOException {
        Path secret = write("secret.txt", "top secret");
        String head = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\"><!ENTITY i \"inner\">]>";
        for (String entity : new String[] {"&e;", "&i;"}) {
            Path tabular = write(
                    "evil.xml",
                    head + "<ICD10CM.tabular><chapter><desc>" + entity + "</desc></chapter></ICD10CM.tabular>");
            assertThatThrownBy(() -> Releases.image(tabular, null, null, DAY))
                    .isInstanceOf(ReleaseFormatException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void damagedImagesAreRefused() throws IOException {
        Path image = folder.resolve("icd10cm-2030-10-01.bin");
        Files.write(image, new byte[] {1, 2, 3});
        Icd10CmReleases releases = Icd10CmReleases.bundledAnd(folder);
        assertThatThrownBy(() -> releases.inForce(LocalDate.of(2030, 10, 5)))
                .isInstanceOf(ReleaseFormatException.class)
                .hasMessageContaining("icd10cm-2030-10-01.bin");
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
