package ai.meddoc.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts as attackers and broken programs make them: each ends in a named state and one clear sentence. */
@Timeout(60)
final class HostileInputTest {

    private static final String NOTE = "Assessment: Essential hypertension, controlled.\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2e%2e%2fnote.txt",
                "<img src=x onerror=alert(1)>.txt",
                "abc\u202Etxt.exe",
                "line\r\nbreak.txt",
                "\u001b[31mred.txt",
                "=HYPERLINK(1).txt",
                "-rf.txt",
                "@file.txt",
                "quote\"and'brace{}.txt",
                "\u00e9\u4e2d\ud83d\ude00.txt"
            })
    void processesAFileWhateverItIsCalled(String name) throws IOException {
        Files.writeString(folder.resolve(name), NOTE);
        CommandRun table = CommandRun.of("process", folder);
        assertThat(table.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(table.out()).doesNotContain("\u001b", "\u202E", "\r").contains("I10");
        JsonNode json = CommandRun.of("process", folder, "--format", "json").json();
        assertThat(json.path(0).path("file").asText())
                .isEqualTo(folder.resolve(name).toString());
    }

    @Test
    void aNameMayStartWithADashAfterTwoDashes() {
        CommandRun run = CommandRun.of("process", "--", "-absent.txt");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).contains("NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "absent.txt", "a\u0000b.txt", "../../absent", "/absent/%2e%2e/x", "\ud800.txt", "nul\n.txt"})
    void aNameThatLeadsNowhereIsNamedWithItsReason(String name) {
        assertNotFound(name);
    }

    @Test
    void aNameOfFiveThousandCharactersLeadsNowhere() {
        CommandRun run = assertNotFound("x".repeat(5000));
        assertThat(run.err().length()).isLessThan(400);
    }

    private CommandRun assertNotFound(String name) {
        CommandRun run = CommandRun.of("process", name);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).contains("NOT_FOUND").hasLineCount(1);
        return run;
    }

    @Test
    void pathsMayClimb() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        Files.writeString(folder.resolve("note.txt"), NOTE);
        assertThat(CommandRun.of("process", folder.resolve("sub/../note.txt")).exitCode())
                .isEqualTo(ExitCodes.OK);
    }

    @Test
    void aDeviceIsNoDocument() {
        assertFails("UNREADABLE", CommandRun.of("process", "/dev/null"));
    }

    @Test
    void anEmptyFolderIsSaid() {
        CommandRun run = CommandRun.of("process", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).hasLineCount(1);
    }

    @Test
    void refusesEmptyFiles() throws IOException {
        assertFails("EMPTY", process(new byte[0]));
        assertFails("EMPTY", process(" \r\n\t ".getBytes(UTF_8)));
        assertFails("EMPTY", process(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}));
    }

    @Test
    void refusesAHundredMegabytesBeforeReadingThem() throws IOException {
        Path file = folder.resolve("large.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }
        assertFails("TOO_LARGE", CommandRun.of("process", file));
    }

    @Test
    void refusesOneLineOfFiftyMegabytes() throws IOException {
        byte[] line = new byte[50 << 20];
        Arrays.fill(line, (byte) 'a');
        assertFails("TOO_LARGE", process(line));
    }

    @Test
    void readsOneLongLine() throws IOException {
        CommandRun run =
                process(("No fever. " + NOTE.strip() + " ").repeat(8_000).getBytes(UTF_8));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.OK);
        assertThat(run.out()).contains("\"I10\"");
    }

    @Test
    void readsEveryEncoding() throws IOException {
        assertCoded(process(NOTE.replace("\n", "\r\n").getBytes(UTF_8)));
        assertCoded(process(("\uFEFF" + NOTE).getBytes(UTF_8)));
        assertCoded(process(("\uFEFF" + NOTE).getBytes(UTF_16LE)));
        assertCoded(
                process((NOTE + "\u0420\u0443\u0441 \u05e2\u05d1\u05e8 \u4e2d\u6587 \ud83d\ude00").getBytes(UTF_8)));
    }

    @Test
    void saysWhatItCouldNotDecode() throws IOException {
        byte[] invalid = (NOTE + "xxx").getBytes(UTF_8);
        invalid[invalid.length - 2] = (byte) 0x81;
        assertCoded(process(invalid));
        CommandRun nul = process((NOTE + "a\u0000b").getBytes(UTF_8));
        assertCoded(nul);
        assertThat(nul.out()).contains("\"ENCODING\"").doesNotContain("\\u0000");
        CommandRun surrogate = process(("\uFEFF" + NOTE + "\ud800 x").getBytes(UTF_16LE));
        assertCoded(surrogate);
    }

    @Test
    void looksAtBytesNotAtNames() throws IOException {
        byte[] program = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        assertFails("UNSUPPORTED", process(program));
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0};
        assertFails("UNSUPPORTED", process(zip));
    }

    @Test
    void aVirusTestFileIsJustText() throws IOException {
        String eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
        assertThat(process(eicar.getBytes(UTF_8)).exitCode()).isEqualTo(ExitCodes.OK);
    }

    @Test
    void textCannotSteerTheTerminal() throws IOException {
        Path file = folder.resolve("note.txt");
        Files.writeString(file, "Assessment: Essential \u001b[2Jhypertension \u202E, controlled.\n");
        assertThat(CommandRun.of("process", file).out()).doesNotContain("\u001b", "\u202E");
    }

    private CommandRun process(byte[] bytes) throws IOException {
        Path file = folder.resolve("document.txt");
        Files.write(file, bytes);
        return CommandRun.of("process", file, "--format", "json");
    }

    private static void assertCoded(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.OK);
        assertThat(run.json().path("codes").findValuesAsText("code")).contains("I10");
    }

    private static void assertFails(String reason, CommandRun run) {
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DOCUMENT_FAILED);
        assertThat(run.err()).contains(": " + reason + ": ").hasLineCount(1);
        assertThat(List.of(run.err().split("\\s")))
                .noneMatch(word -> word.endsWith("Exception") || word.startsWith("ai.meddoc"));
    }
}
