package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RuleSetTest {

    private static final Path TABLES = Path.of("src/main/resources/ai/meddoc");

    @Test
    void coversEveryTable() throws IOException {
        List<String> tables;
        try (Stream<Path> files = Files.walk(TABLES)) {
            tables = files.filter(file -> file.toString().endsWith(".tsv"))
                    .map(file -> TABLES.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
        assertThat(RuleSet.files())
                .as("engine/rule-files.txt names every table, so that a changed rule changes the version")
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void hasOneVersion() {
        assertThat(RuleSet.version()).matches("[0-9a-f]{12}").isEqualTo(RuleSet.version());
    }
}
