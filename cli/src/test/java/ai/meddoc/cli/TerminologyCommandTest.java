package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TerminologyCommandTest {

    private static final String TABULAR = """
            <ICD10CM.tabular><version>2027</version>
            <chapter><name>1</name><desc>Infections (A00-B99)</desc>
            <section id="A00-A09"><desc>Intestinal infectious diseases (A00-A09)</desc>
            <diag><name>A00</name><desc>Cholera</desc>
            <diag><name>A00.0</name><desc>Cholera of the new kind</desc></diag>
            </diag></section></chapter></ICD10CM.tabular>
            """;

    @TempDir
    private Path home = Path.of("");

    private final String before = System.getProperty("user.home", "");

    @BeforeEach
    void moveHome() {
        assumeTrue(System.getenv(Releases.SETTING) == null, Releases.SETTING + " is set");
        System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void moveBack() {
        System.setProperty("user.home", before);
    }

    @Test
    void listsTheBundledRelease() {
        CommandRun run = CommandRun.of("terminology", "list");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("FY2026-2026-04-01", "from 2026-04-01");
    }

    @Test
    void anImportedReleaseIsUsedOnItsDates() throws IOException {
        Path tabular = Files.writeString(home.resolve("tabular.xml"), TABULAR);
        CommandRun imported = CommandRun.of("terminology", "import", "--tabular", tabular, "--release", "2026-10-01");
        assertThat(imported.exitCode()).as(imported.err()).isEqualTo(ExitCodes.OK);
        assertThat(imported.out()).contains("1 billable");
        assertThat(CommandRun.of("code", "A00.0").out()).contains("of the new kind");
        assertThat(CommandRun.of("code", "A00.0", "--date", "2026-05-01").out()).doesNotContain("of the new kind");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path tabular = Files.writeString(home.resolve("tabular.xml"), "<x>");
        CommandRun run = CommandRun.of("terminology", "import", "--tabular", tabular, "--release", "2026-10-01");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).contains("tabular.xml").hasLineCount(1);
    }

    @Test
    void refusesWrongUsage() {
        assertThat(CommandRun.of("terminology").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(CommandRun.of("terminology", "import").exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(CommandRun.of("terminology", "import", "--tabular", "absent", "--release", "2026-10-01")
                        .exitCode())
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void theDoctorFindsWhatIsThere() {
        CommandRun run = CommandRun.of("doctor");
        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("FY2026-2026-04-01", "engine", "java").doesNotContain("!!");
    }

    @Test
    void theDoctorNamesADamagedImport() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".meddoc/terminology"));
        Files.writeString(folder.resolve("icd10cm-2026-10-01.bin"), "not an image");
        CommandRun run = CommandRun.of("doctor");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(run.out()).contains("!!", "icd10cm-2026-10-01.bin");
    }
}
