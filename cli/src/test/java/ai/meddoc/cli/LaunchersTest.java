package ai.meddoc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code meddoc} and {@code meddoc.cmd} build the same and send the same commands to the server's program. */
final class LaunchersTest {

    private static final String SHELL = read("meddoc");
    private static final String WINDOWS = read("meddoc.cmd");

    @Test
    void buildTheSameModules() {
        List<String> windows = Pattern.compile("-pl (\\S+)")
                .matcher(WINDOWS)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(windows)
                .containsExactly(
                        maven(only(SHELL, "\\bmodules=\"([^\"]+)\" jar=meddoc-cli\\.jar")),
                        maven(only(SHELL, "server_modules=\"([^\"]+)\"")));
    }

    /** As both hand a list to Maven: with the parent first. */
    private static String maven(String modules) {
        return ".," + modules.replace(' ', ',');
    }

    @Test
    void sendTheSameCommandsToTheServer() {
        Set<String> shell = new TreeSet<>();
        for (String pattern :
                only(SHELL, "(?m)^case .* in (.*)\\) part=server ;; esac$").split("\\|", -1)) {
            shell.add(pattern.replaceAll("['*]", "").strip());
        }
        Set<String> windows = new TreeSet<>();
        Pattern.compile("(?m)^if \"%~1(?: %~2)?\"==\"([^\"]+)\" goto \\w+$")
                .matcher(WINDOWS)
                .results()
                .forEach(found -> windows.add(found.group(1)));
        assertThat(windows).isEqualTo(shell).contains("serve", "doctor --audit", "doctor --storage", "restore");
    }

    @Test
    void lookAtTheServerTooWhenTheDoctorIsAsked() {
        assertThat(only(SHELL, "(-jar \"\\$work/\\$app/\\$jar\" doctor)\n    code"))
                .isNotEmpty();
        assertThat(only(WINDOWS, "(-jar \"%SERVER%\\\\quarkus-run\\.jar\" doctor)"))
                .isNotEmpty();
    }

    private static String only(String text, String pattern) {
        List<MatchResult> found =
                Pattern.compile(pattern).matcher(text).results().toList();
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst().group(1);
    }

    private static String read(String launcher) {
        try {
            return Files.readString(Path.of("..", launcher));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
