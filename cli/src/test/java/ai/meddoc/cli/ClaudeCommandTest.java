package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own, with a {@code .env} in its folder, against a loopback in Claude's place. */
final class ClaudeCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTE = "ASSESSMENT: Essential hypertension. Continue lisinopril 20 mg daily.\n";

    @TempDir
    private Path folder = Path.of("");

    private HttpServer server = loopback();
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());

    private record Run(int exitCode, String out, String err) {}

    private static HttpServer loopback() {
        try {
            return HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.createContext("/v1/messages", this::answer);
        server.start();
        Files.writeString(folder.resolve("note.txt"), NOTE);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        ObjectNode message = JSON.createObjectNode()
                .put("id", "msg_loopback")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "claude-sonnet-5-5")
                .put("stop_reason", "end_turn");
        message.putArray("content").addObject().put("type", "text").put("text", "{\"codes\": []}");
        message.putObject("usage")
                .put("input_tokens", 1500)
                .put("cache_read_input_tokens", 2400)
                .put("output_tokens", 400);
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void settings(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "# settings of this folder",
                "export USE_CLAUDE_REAL=true",
                "ANTHROPIC_API_KEY='sk-test'",
                "ANTHROPIC_BASE_URL=http://127.0.0.1:" + server.getAddress().getPort()));
        lines.addAll(List.of(more));
        Files.write(folder.resolve(".env"), lines);
    }

    private Run run(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "ai.meddoc.cli.Main"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void readsItsSettingsFromTheFileAndPrintsWhatEachDocumentCost() throws Exception {
        settings();
        Run run = run("process", "note.txt", "note.txt", "--engine", "claude", "--format", "jsonl");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(bodies).hasSize(2);
        for (String line : run.out().lines().toList()) {
            JsonNode cost = JSON.readTree(line).path("cost");
            assertThat(cost.path("model").asText()).isEqualTo("claude-sonnet-5-5");
            assertThat(cost.path("calls").asInt()).isEqualTo(1);
            assertThat(cost.path("cache_read_tokens").asInt()).isEqualTo(2400);
            assertThat(cost.path("micro_dollars").asInt()).isEqualTo(7480);
        }
        assertThat(run.err()).contains("Claude answered 2 of 2 documents in 2 calls for $0.0150.");
    }

    @Test
    void printsTheCostInTheTable() throws Exception {
        settings();
        assertThat(run("process", "note.txt", "--engine", "claude").out())
                .contains("1 call of claude-sonnet-5-5, 7,480 micro-dollars");
    }

    @Test
    void namesABadLineOfTheFileAndNothingOfIt() throws Exception {
        Files.writeString(folder.resolve(".env"), "ANTHROPIC_API_KEY sk-secret\n");
        Run run = run("process", "note.txt", "--engine", "claude");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).contains("line 1 of .env").doesNotContain("sk-secret");
    }

    @Test
    void sendsAScanAsAPictureOnlyWhenAskedAndNothingIsReplaced() throws Exception {
        ImageIO.write(picture(), "png", folder.resolve("scan.png").toFile());
        settings("CLAUDE_DEIDENTIFY=off");
        assertThat(run("process", "scan.png", "--engine", "claude").exitCode()).isZero();
        assertThat(run("process", "scan.png", "--engine", "claude", "--send-scans")
                        .exitCode())
                .isZero();
        assertThat(bodies.get(0)).doesNotContain("image/png");
        assertThat(bodies.get(1)).contains("\"image/png\"");

        settings("CLAUDE_DEIDENTIFY=on", "CLAUDE_SEND_SCANS=true");
        Run refused = run("process", "scan.png", "--engine", "claude", "--send-scans");
        assertThat(refused.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(refused.err()).contains("CLAUDE_DEIDENTIFY=off");
        Run replaced = run("process", "scan.png", "--engine", "claude");
        assertThat(replaced.err()).contains("CLAUDE_SEND_SCANS sends nothing");
        assertThat(bodies).hasSize(3);
        assertThat(bodies.get(2)).doesNotContain("base64");
    }

    private static BufferedImage picture() throws IOException {
        try (PDDocument scan =
                Loader.loadPDF(Path.of("../test_docs/progress-note-scan.pdf").toFile())) {
            return new PDFRenderer(scan).renderImageWithDPI(0, 120, ImageType.GRAY);
        }
    }
}
