package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CodeCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"E11.40", "e1140", " E11.40 "})
    void showsACodeHoweverItIsWritten(String asked) {
        CommandRun run = CommandRun.of("code", asked);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.out())
                .startsWith("E11.40  billable")
                .contains("Type 2 diabetes mellitus with diabetic neuropathy, unspecified")
                .contains("E11", "Use additional code");
    }

    @Test
    void showsWhatIsMoreSpecificThanACategory() {
        assertThat(CommandRun.of("code", "E11").out()).contains("not billable", "More specific", "E11.4");
    }

    @Test
    void ranksCodesForAPhrase() {
        CommandRun run = CommandRun.of("code", "type", "2", "diabetes", "with", "neuropathy");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).startsWith("E11.40");
    }

    @Test
    void saysWhenNothingIsFound() {
        CommandRun run = CommandRun.of("code", "xyzzy");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).hasLineCount(1);
    }
}
