package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.terminology.CodeNote.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Icd10CmTest {
    private final Icd10Cm release = Releases.BUNDLED;

    @Test
    void bundledReleaseHasAllBillableCodes() {
        int billable = 0;
        for (int i = 0; i < release.size(); i++) {
            billable += release.billableAt(i) ? 1 : 0;
        }
        assertThat(billable).isEqualTo(74_719);
        assertThat(release.release()).isEqualTo("FY2026-2026-04-01");
    }

    @Test
    void billableCodesAreTheLeaves() {
        for (int i = 0; i < release.size(); i++) {
            assertThat(release.billableAt(i)).as(release.codeAt(i)).isEqualTo(release.firstChild(i) < 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E11.40   | true  | Type 2 diabetes mellitus with diabetic neuropathy, unspecified
            e1140    | true  | Type 2 diabetes mellitus with diabetic neuropathy, unspecified
            I10      | true  | Essential (primary) hypertension
            E11      | false | Type 2 diabetes mellitus
            S42.001A | true  | Fracture of unspecified part of right clavicle, initial encounter for closed fracture
            H40.1131 | true  | Primary open-angle glaucoma, bilateral, mild stage
            T36.0X5A | true  | Adverse effect of penicillins, initial encounter
            W19.XXXS | true  | Unspecified fall, sequela
            S06.1X7A | true  | Traumatic cerebral edema with loss of consciousness of any duration with death due to brain injury prior to regaining consciousness, initial encounter
            QA0.011  | true  | Neurodevelopmental disorders, related to pathogenic variants in glutamate receptor genes
            O31.11X  | false |
            """)
    void findsCodesWithTheirFullTitles(String code, boolean billable, String title) {
        assertThat(release.isBillable(code)).isEqualTo(billable);
        assertThat(release.find(code).map(Icd10CmCode::title).orElse(null)).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E", "E1", "E11.99", "S06.1X7D", "S06.1X8S", "E11.40A0", "ÄÖÜ", "E-11", "..."})
    void whatIsNoCodeIsNotFound(String code) {
        assertThat(release.find(code)).isEmpty();
        assertThat(release.isBillable(code)).isFalse();
    }

    @Test
    void pathLeadsFromTheChapterToTheCode() {
        assertThat(release.path("C50.911"))
                .extracting(Icd10CmCode::code)
                .containsExactly("C00-D49", "C00-C96", "C00-C75", "C50", "C50", "C50.9", "C50.91", "C50.911");
        assertThat(release.path("D3A.00")).extracting(Icd10CmCode::code).startsWith("C00-D49", "D3A", "D3A");
    }

    @Test
    void notesComeNearestFirstWithThoseOfBlockAndChapter() {
        List<CodeNote> notes = release.notesInForce("J45.909");
        assertThat(notes)
                .extracting(CodeNote::kind)
                .contains(Kind.INCLUSION_TERM, Kind.EXCLUDES1, Kind.EXCLUDES2, Kind.USE_ADDITIONAL_CODE);
        assertThat(notes.get(0).text()).isEqualTo("Asthma NOS");
        assertThat(notes).anyMatch(note -> note.kind() == Kind.EXCLUDES2 && note.names("J44.89"));
    }

    @Test
    void onlyTheNearestSeventhCharactersAreInForce() {
        assertThat(release.notesInForce("S42.271A"))
                .filteredOn(note -> note.kind() == Kind.SEVENTH_CHARACTER)
                .extracting(CodeNote::text)
                .contains(
                        "A: initial encounter for closed fracture",
                        "P: subsequent encounter for fracture with malunion")
                .doesNotContain("B: initial encounter for open fracture");
    }

    @Test
    void numbersFollowTheTree() {
        int e11 = release.indexOf("E11");
        assertThat(release.parentAt(e11)).isEqualTo(-1);
        assertThat(release.codeAt(release.subtreeEnd(e11))).isEqualTo("E13");
        Set<String> walked = new HashSet<>();
        for (int i = release.firstChild(e11); i >= 0; i = release.nextSibling(i)) {
            assertThat(release.parentAt(i)).isEqualTo(e11);
            walked.add(release.codeAt(i));
        }
        assertThat(walked).hasSize(release.childCount(e11)).contains("E11.0", "E11.9");
        assertThat(release.children("E11")).extracting(Icd10CmCode::code).containsExactlyInAnyOrderElementsOf(walked);
        assertThat(release.parent("E11.40").map(Icd10CmCode::code)).contains("E11.4");
        assertThat(release.isSeventhCharacterAt(release.indexOf("W19.XXXA"))).isTrue();
        assertThat(release.isSeventhCharacterAt(release.indexOf("W19"))).isFalse();
    }

    @Test
    void everyCodeIsFoundUnderItsNumber() {
        for (int i = 0; i < release.size(); i++) {
            assertThat(release.indexOf(release.codeAt(i))).isEqualTo(i);
        }
    }

    @Test
    void loadsFast() throws IOException {
        long best = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            try (InputStream in = Objects.requireNonNull(Icd10Cm.class.getResourceAsStream("icd10cm-2026-04-01.bin"))) {
                assertThat(Icd10Cm.read(in).size()).isEqualTo(release.size());
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("the bundled release loads in %.0f ms%n", best / 1e6);
        assertThat(best).isLessThan(1_000_000_000L);
    }
}
