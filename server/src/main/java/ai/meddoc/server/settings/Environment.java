package ai.meddoc.server.settings;

import ai.meddoc.claude.EnvironmentFile;
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
        return new Environment(System::getenv, file());
    }

    /** The value of a setting; a blank one counts as not set. */
    Optional<String> get(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(variables.apply(name)))
                .or(() -> Optional.ofNullable(file.get(name)))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    private static Map<String, String> file() {
        try {
            return EnvironmentFile.here();
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
    }
}
