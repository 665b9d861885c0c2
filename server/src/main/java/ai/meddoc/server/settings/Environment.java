package ai.meddoc.server.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where settings come from: system properties, then environment variables, then the file {@code .env}. Immutable. */
public final class Environment {

    private final Function<String, @Nullable String> variables;
    private final Map<String, String> file;

    /** @param variables null for a name that is not set */
    Environment(Function<String, @Nullable String> variables, Map<String, String> file) {
        this.variables = variables;
        this.file = Map.copyOf(file);
    }

    /** That of this process, with the {@code .env} of the working directory. */
    public static Environment here() {
        return new Environment(System::getenv, read(Path.of(".env")));
    }

    /** The value of a setting; a blank one counts as not set. */
    Optional<String> get(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(variables.apply(name)))
                .or(() -> Optional.ofNullable(file.get(name)))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private static Map<String, String> read(Path path) {
        if (!Files.isRegularFile(path)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(path));
        } catch (IOException e) {
            throw new SettingsException("the file .env cannot be read as UTF-8 text");
        }
    }

    /** Lines of {@code NAME=value}; {@code export}, quotes, blank lines and comments as shells and dotenv take them. */
    static Map<String, String> parse(List<String> lines) {
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new SettingsException("line " + (i + 1) + " of .env is not NAME=value");
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
