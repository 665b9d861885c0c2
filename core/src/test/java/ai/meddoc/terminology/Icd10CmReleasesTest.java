package ai.meddoc.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.text.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Icd10CmReleasesTest {
    private final Icd10CmReleases three = Icd10CmReleases.of(List.of(
            Releases.small(LocalDate.of(2023, 10, 1)),
            Releases.small(LocalDate.of(2025, 10, 1)),
            Releases.small(LocalDate.of(2026, 4, 1))));

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, FY2026-2026-04-01, true",
        "2026-09-30, FY2026-2026-04-01, true",
        "2026-10-01, FY2026-2026-04-01, false",
        "2026-03-31, FY2026-2025-10-01, true",
        "2025-10-01, FY2026-2025-10-01, true",
        "2025-09-30, FY2026-2025-10-01, false",
        "2024-03-31, FY2024-2023-10-01, true",
        "2024-04-01, FY2024-2023-10-01, false",
        "2019-01-01, FY2024-2023-10-01, false",
        "2031-01-01, FY2026-2026-04-01, false"
    })
    void choosesByDateOfService(LocalDate day, String release, boolean inForce) {
        Icd10CmReleases.Choice choice = three.inForce(day);
        assertThat(choice.release().release()).isEqualTo(release);
        assertThat(choice.findings().isEmpty()).isEqualTo(inForce);
        assertThat(choice.findings()).allSatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(Finding.Code.RELEASE_NOT_IN_FORCE);
            assertThat(finding.message()).contains(release).doesNotContain(day.toString());
        });
    }

    @Test
    void withoutADateTheNewestCounts() {
        assertThat(three.inForce(null).release()).isSameAs(three.newest());
        assertThat(three.inForce(null).findings()).isEmpty();
    }

    @Test
    void importedReleasesStandBesideBundledOnes(@TempDir Path folder) throws IOException {
        LocalDate day = LocalDate.of(2026, 10, 1);
        TerminologyImporter.importInto(
                folder, new TerminologyImporter.Sources(Releases.file("tabular.xml"), null, null, day));
        Icd10CmReleases releases = Icd10CmReleases.bundledAnd(folder);
        assertThat(releases.dates()).containsExactly(LocalDate.of(2026, 4, 1), day);
        assertThat(releases.inForce(LocalDate.of(2026, 12, 24)).release().release())
                .isEqualTo("FY2027-2026-10-01");
        assertThat(Icd10CmReleases.bundledAnd(folder.resolve("none")).dates()).hasSize(1);
    }
}
