package ai.meddoc.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvironmentFileTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CLAUDE_MODEL=claude-sonnet-4-6 | claude-sonnet-4-6",
                "export CLAUDE_MODEL = claude-sonnet-4-6 | claude-sonnet-4-6",
                "CLAUDE_MODEL=\"a # b\" # why | a # b",
                "CLAUDE_MODEL='x' | x",
                "CLAUDE_MODEL=x # the new one | x"
            })
    void reads_lines_as_shells_do(String line, String value) {
        assertThat(EnvironmentFile.parse(List.of("# settings", "", line))).isEqualTo(Map.of("CLAUDE_MODEL", value));
    }

    @Test
    void names_the_line_and_not_its_text() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvironmentFile.parse(List.of("A=1", "sk-secret")))
                .withMessage("line 2 of .env is not NAME=value");
    }

    @Test
    void needs_no_file() throws Exception {
        Path file = folder.resolve(".env");
        assertThat(EnvironmentFile.read(file)).isEmpty();
        Files.writeString(file, "A=1\n");
        assertThat(EnvironmentFile.read(file)).isEqualTo(Map.of("A", "1"));
    }
}
