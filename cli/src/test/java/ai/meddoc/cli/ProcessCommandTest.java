package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessCommandTest {

    private static final String NOTE = """
            CLINIC NOTE

            CHIEF COMPLAINT: Blood pressure check.

            HISTORY OF PRESENT ILLNESS: Feels well. Denies chest pain.

            PHYSICAL EXAM: Lungs clear.

            ASSESSMENT AND PLAN:
            1. Essential hypertension, controlled. Continue lisinopril 20 mg daily.

            Return in 6 months.
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path note = Path.of("");

    @BeforeEach
    void writeNote() throws IOException {
        note = Files.writeString(folder.resolve("note.txt"), NOTE);
    }

    @Test
    void printsOneObjectForOneFile() {
        CommandRun run = CommandRun.of("process", note, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        JsonNode result = run.json();
        assertThat(result.path("file").asText()).isEqualTo(note.toString());
        assertThat(result.path("document_type").asText()).isEqualTo("CLINICAL NOTE");
        assertThat(result.path("codes").path(0).path("code").asText()).isEqualTo("I10");
        assertThat(result.path("summary").path("bullets").isArray()).isTrue();
        for (String name : List.of(
                "confidence",
                "rationale",
                "evidence",
                "evidence_spans",
                "lab_results",
                "engine",
                "terminology_release",
                "rejected_codes",
                "findings")) {
            assertThat(result.has(name)).as(name).isTrue();
        }
    }

    @Test
    void everySpanLeadsToItsQuote() {
        JsonNode result = CommandRun.of("process", note, "--format", "json").json();
        List<JsonNode> spans = result.findValues("evidence_spans");
        assertThat(spans).isNotEmpty();
        for (JsonNode list : spans) {
            for (JsonNode span : list) {
                String quote = NOTE.substring(
                        span.path("start").asInt(), span.path("end").asInt());
                assertThat(quote).isEqualTo(span.path("quote").asText());
            }
        }
    }

    @Test
    void printsABundleForOneFile() {
        CommandRun run = CommandRun.of("process", note, "--format", "fhir");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        JsonNode bundle = run.json();
        assertThat(bundle.path("resourceType").asText()).isEqualTo("Bundle");
        assertThat(run.out()).contains("\"system\": \"http://hl7.org/fhir/sid/icd-10-cm\"", "\"code\": \"I10\"");
    }

    @Test
    void printsABundleALineForAFolder() throws IOException {
        Files.writeString(folder.resolve("empty.txt"), "");
        CommandRun run = CommandRun.of("process", folder, "--format", "fhir");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("\"Bundle\"", "\"OperationOutcome\"", "EMPTY");
    }

    @Test
    void printsWhatMattersOnTheTerminal() {
        CommandRun run = CommandRun.of("process", note);
        assertThat(run.out())
                .contains("CLINICAL NOTE", "I10", "Essential (primary) hypertension", "\u201c")
                .doesNotContain("\u001b");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void takesFoldersInOrderAndPrintsTheOthersWhenOneFails() throws IOException {
        Files.writeString(folder.resolve("a.txt"), NOTE);
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/z.txt"), NOTE);
        Files.writeString(folder.resolve(".hidden"), NOTE);
        Files.write(folder.resolve("b.txt"), new byte[0]);
        CommandRun run = CommandRun.of("process", folder, "--format", "json");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        List<String> files = run.json().findValuesAsText("file");
        assertThat(files)
                .extracting(file -> folder.relativize(Path.of(file)).toString())
                .containsExactly("a.txt", "b.txt", "note.txt", "sub/z.txt");
        assertThat(run.json().path(1).path("error").path("reason").asText()).isEqualTo("EMPTY");
        assertThat(run.err()).contains("b.txt: EMPTY: ").hasLineCount(1);
    }

    @Test
    void printsOneObjectALine() throws IOException {
        Path other = Files.writeString(folder.resolve("other.txt"), NOTE);
        CommandRun run = CommandRun.of("process", note, other, "--format", "jsonl");
        assertThat(run.out()).hasLineCount(2);
    }

    @Test
    void manyFilesComeOutInTheirOrder() throws IOException {
        for (int i = 100; i < 160; i++) {
            Files.writeString(folder.resolve("n" + i + ".txt"), i % 7 == 0 ? NOTE.repeat(200) : NOTE);
        }
        CommandRun run = CommandRun.of("process", folder, "--format", "json");
        assertThat(run.json().findValuesAsText("file")).hasSize(61).isSorted();
    }

    @Test
    void writesAFileInsteadOfStandardOutput() throws IOException {
        Path out = folder.resolve("out.json");
        CommandRun run = CommandRun.of("process", note, "--format", "json", "--out", out);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).contains("\"document_type\"");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void neverOverwritesADocument() throws IOException {
        CommandRun run = CommandRun.of("process", note, "--out", note);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(Files.readString(note)).isEqualTo(NOTE);
    }

    @Test
    void saysWhenItCannotWrite() {
        CommandRun run = CommandRun.of("process", note, "--out", folder.resolve("absent/out.json"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void passesOnWhatTheCallerKnows() {
        JsonNode encounter = CommandRun.of(
                        "process", note, "--format", "json", "--encounter", "inpatient", "--date", "2026-01-05")
                .json()
                .path("encounter");
        assertThat(encounter.path("class").asText()).isEqualTo("inpatient");
        assertThat(encounter.path("date_of_service").asText()).isEqualTo("2026-01-05");
    }

    @Test
    void refusesWrongUsageInOneLineOfReason() {
        assertUsage("process");
        assertUsage("process", note, "--date", "yesterday");
        assertUsage("process", note, "--encounter", "home");
        assertUsage("process", note, "--format", "xml");
        assertUsage("process", note, "--nonsense");
        assertUsage("frobnicate");
        assertUsage();
    }

    private static void assertUsage(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(run.err()).startsWith("meddoc: ").contains("--help").doesNotContain("Exception");
    }

    @Test
    void sendsNothingWhenNobodyAllowedIt() {
        CommandRun run = CommandRun.of("process", note, "--engine", "claude");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(run.err()).contains("--engine local");
    }

    @Test
    void helpShowsExamples() {
        for (String command : List.of("process", "code", "eval", "terminology", "doctor")) {
            CommandRun run = CommandRun.of(command, "--help");
            assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
            assertThat(run.out()).contains("Example");
        }
    }
}
