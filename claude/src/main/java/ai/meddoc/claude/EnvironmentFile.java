package ai.meddoc.claude;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file {@code .env} of the working directory: lines of {@code NAME=value}, with {@code export}, quotes, blank lines and
 * comments as shells and dotenv take them. Every program of the product reads its settings from it where the environment
 * does not set them.
 */
public final class EnvironmentFile {

    private EnvironmentFile() {}

    /**
     * The settings of {@code .env} here; none when there is no such file.
     *
     * @throws IllegalArgumentException saying in one line, without any value, what is wrong with it
     */
    public static Map<String, String> here() {
        return read(Path.of(".env"));
    }

    static Map<String, String> read(Path path) {
        if (!Files.isRegularFile(path)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(path));
        } catch (IOException e) {
            throw new IllegalArgumentException("the file .env cannot be read as UTF-8 text", e);
        }
    }

    /** @throws IllegalArgumentException as {@link #here} */
    public static Map<String, String> parse(List<String> lines) {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("line " + (i + 1) + " of .env is not NAME=value");
            }
            String name = line.substring(0, equals).strip();
            found.put(name.startsWith("export ") ? name.substring(7).strip() : name, value(line.substring(equals + 1)));
        }
        return found;
    }

    private static String value(String raw) {
        String text = raw.strip();
        char quote = text.isEmpty() ? ' ' : text.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, 1);
            return end < 0 ? text : text.substring(1, end);
        }
        int comment = text.indexOf(" #");
        return comment < 0 ? text : text.substring(0, comment).strip();
    }
}
