package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The launcher in a tree of its own whose path holds a space. Java and Maven are small scripts that write down what they
 * were asked, so that a test takes no build.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

    private static final String MAVEN = """
            #!/bin/sh
            echo call >>"$CALLS"
            echo '[INFO] --- plugin:1:compile (default) @ meddoc-core ---'
            sleep 0.3
            mkdir -p cli/target/lib && echo jar >cli/target/meddoc-cli.jar
            [ -d server ] && mkdir -p server/target/quarkus-app && echo jar >server/target/quarkus-app/quarkus-run.jar
            exit 0
            """;

    private static final String JAVA = """
            #!/bin/sh
            for word in "$@"; do
              case $word in -XX:AOTCache=*) [ -n "$RECORDING" ] || : >"${word#*=}" ;; esac
            done
            while [ $# -gt 0 ] && [ "$1" != -jar ]; do shift; done
            code=0
            case $2 in *quarkus-run.jar) code=${SERVER_CODE:-0} ;; *) code=${CLI_CODE:-0} ;; esac
            case $2 in *quarkus-run.jar) echo server ;; esac
            shift 2
            pwd
            for word in "$@"; do echo "<$word>"; done
            exit $code
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path tree = Path.of("");
    private Path jdk = Path.of("");
    private Path calls = Path.of("");
    private Map<String, String> codes = Map.of();

    private record Run(int exitCode, String out, String err) {}

    @BeforeEach
    void makeTree() throws IOException {
        tree = Files.createDirectories(folder.resolve("a tree"));
        calls = Files.createFile(folder.resolve("calls"));
        Files.copy(Path.of("..", "meddoc"), tree.resolve("meddoc"));
        executable(tree.resolve("meddoc"));
        Files.writeString(tree.resolve("pom.xml"), "<project/>");
        Files.createDirectory(tree.resolve("test_docs"));
        for (String module : List.of("core", "pdf", "claude", "fhir", "cli")) {
            Files.createDirectories(tree.resolve(module + "/src/main"));
            Files.writeString(tree.resolve(module + "/pom.xml"), "<project/>");
            Files.writeString(tree.resolve(module + "/src/main/A.java"), "");
        }
        jdk = folder.resolve("jdk 25");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"25.0.3\"\n");
        executable(Files.writeString(jdk.resolve("bin/java"), JAVA));
        executable(Files.writeString(jdk.resolve("bin/javac"), "#!/bin/sh\n"));
        executable(
                Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("mvn"), MAVEN));
        // Too old to build a page with.
        executable(Files.writeString(folder.resolve("bin/node"), "#!/bin/sh\necho v1.0.0\n"));
    }

    @Test
    void buildsOnFirstUseAndKeepsArgumentsApart() throws Exception {
        Run run = run("process", "two words", "", "*", "-x");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(folder.toRealPath().toString(), "<process>", "<two words>", "<>", "<*>", "<-x>");
        assertThat(run.err()).contains("Building meddoc", "building core", "downloads", "start-up cache");
    }

    @Test
    void startsWithoutBuildingWhenNothingChanged() throws Exception {
        run("doctor");
        Run second = run("doctor");
        assertThat(second.err()).isEmpty();
        assertThat(calls).content().hasLineCount(1);
    }

    @Test
    void buildsAgainWhenASourceChangedOrWentAway() throws Exception {
        run("doctor");
        touch(tree.resolve("pdf/src/main/A.java"));
        run("doctor");
        assertThat(calls).content().hasLineCount(2);
        Files.delete(tree.resolve("core/src/main/A.java"));
        touch(tree.resolve("core/src/main"));
        run("doctor");
        assertThat(calls).content().hasLineCount(3);
    }

    @Test
    void aTestThatChangedBuildsNothing() throws Exception {
        run("doctor");
        Files.createDirectories(tree.resolve("cli/src/test"));
        touch(Files.writeString(tree.resolve("cli/src/test/B.java"), ""));
        run("doctor");
        assertThat(calls).content().hasLineCount(1);
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        Process first = start("doctor");
        Run second = run("doctor");
        assertThat(first.waitFor()).isZero();
        assertThat(second.exitCode()).isZero();
        assertThat(calls).content().hasLineCount(1);
    }

    @Test
    void aFailedBuildNamesItsLogAndIsTriedAgain() throws Exception {
        Path maven = folder.resolve("bin/mvn");
        Files.writeString(maven, "#!/bin/sh\necho '[ERROR] no such symbol'\nexit 1\n");
        Run failed = run("doctor");
        assertThat(failed.exitCode()).isEqualTo(ExitCodes.BUG);
        assertThat(failed.err()).contains("no such symbol", "target/meddoc/build.log");
        Files.writeString(maven, MAVEN);
        assertThat(run("doctor").exitCode()).isZero();
    }

    @Test
    void saysThatTheServerIsNotThere() throws Exception {
        Run run = run("serve");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.UNAVAILABLE);
        assertThat(run.err()).contains("server");
    }

    @Test
    void theDoctorForcesNoBuildOfTheServerAndSaysSo() throws Exception {
        assertThat(run("doctor").out()).contains("server", "is not part of this copy");
        addServer();
        Run run = run("doctor");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("server", "is not built", "were not checked");
        assertThat(calls).content().hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "69, 0, 69", "0, 69, 69", "0, 2, 2", "69, 2, 2", "70, 69, 70"})
    void theDoctorLooksAtTheServerTooWhereItIsBuilt(int cli, int server, int both) throws Exception {
        addServer();
        run("serve");
        codes = Map.of("CLI_CODE", String.valueOf(cli), "SERVER_CODE", String.valueOf(server));
        Run run = run("doctor");
        assertThat(run.exitCode()).as(run.out()).isEqualTo(both);
        assertThat(run.out().lines().filter("<doctor>"::equals)).hasSize(2);
        assertThat(run.out()).contains("server");
        assertThat(run("doctor", "--help").out()).doesNotContain("server");
    }

    private void addServer() throws IOException {
        Files.createDirectories(tree.resolve("server/src/main"));
        Files.writeString(tree.resolve("server/pom.xml"), "<project/>");
    }

    @Test
    void anOldJdkIsPassedOver() throws Exception {
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"21.0.1\"\n");
        Run run = run("--jdk");
        assertThat(run.out()).doesNotContain("jdk 25");
        if (run.exitCode() != 0) {
            assertThat(run.err()).contains("JDK 25");
        }
    }

    @Test
    void worksThroughALinkFromElsewhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("meddoc link"), tree.resolve("meddoc"));
        Run run = finished(process(link, "doctor"));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private Run run(String... words) throws IOException, InterruptedException {
        return finished(start(words));
    }

    private Process start(String... words) throws IOException {
        return process(tree.resolve("meddoc"), words);
    }

    private Process process(Path launcher, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("CALLS", calls.toString());
        builder.environment().putAll(codes);
        builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, bin) -> bin + path);
        return builder.start();
    }

    private static Run finished(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes());
        String err = new String(process.getErrorStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private static void touch(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(1)));
    }

    private static void executable(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
