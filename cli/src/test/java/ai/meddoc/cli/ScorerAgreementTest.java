package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our figures against those of the independent scorer, where it and Python are at hand. */
final class ScorerAgreementTest {

    /** Beside the repository, unless {@code MEDDOC_DATA} says where. */
    private static final Path DATA = Path.of(System.getenv().getOrDefault("MEDDOC_DATA", "../../shared/data"));

    private static final Path SCORER = DATA.resolve("score.py");
    private static final int LINES = 60;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "codes,      codes/aci_dev.jsonl",
        "codes,      codes/codiesp_dev.jsonl",
        "types,      types/types_dev.jsonl",
        "assertions, assertions/negex_dev.jsonl",
        "labs,       labs/labs_dev.jsonl",
    })
    void theFiguresAgreeToTheDigit(String suite, String data) throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(SCORER), "the scorer is not here");
        assumeTrue(hasPython(), "python3 is not here");
        Path gold = folder.resolve("gold.jsonl");
        try (Stream<String> lines = Files.lines(DATA.resolve(data))) {
            Files.write(gold, lines.limit(LINES).toList());
        }
        Path predictions = folder.resolve("predictions.jsonl");
        CommandRun run = CommandRun.of("eval", suite, gold, "--predictions", predictions);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.OK);
        JsonNode ours = run.lastLine();
        for (Map.Entry<String, JsonNode> figure :
                scored(suite, gold, predictions).properties()) {
            assertSame(figure.getKey(), figure.getValue(), ours.path(figure.getKey()));
        }
    }

    private static void assertSame(String name, JsonNode theirs, JsonNode ours) {
        if (theirs.isNumber()) {
            assertThat(ours.asDouble(Double.NaN)).as(name).isEqualTo(theirs.asDouble());
        } else if (theirs.isObject()) {
            assertThat(ours.size()).as(name).isEqualTo(theirs.size());
            theirs.properties().forEach(e -> assertSame(name + "/" + e.getKey(), e.getValue(), ours.path(e.getKey())));
        } else {
            assertThat(ours).as(name).isEqualTo(theirs);
        }
    }

    private JsonNode scored(String suite, Path gold, Path predictions) throws IOException, InterruptedException {
        File printed = folder.resolve("scored.txt").toFile();
        Process scorer = new ProcessBuilder(
                        "python3", SCORER.toString(), suite, gold.toString(), predictions.toString())
                .redirectOutput(printed)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(scorer.waitFor()).isZero();
        String text = Files.readString(printed.toPath(), StandardCharsets.UTF_8).strip();
        return new ObjectMapper().readTree(text.substring(text.lastIndexOf('\n') + 1));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
