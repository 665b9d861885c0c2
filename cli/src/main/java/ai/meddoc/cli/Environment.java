package ai.meddoc.cli;

import ai.meddoc.claude.EnvironmentFile;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where settings come from: system properties, then environment variables, then the file {@code .env}, as the server's. */
final class Environment {

    private Environment() {}

    /**
     * A setting's value by its name, null when it is not set; of this process, with the {@code .env} of the working
     * directory as it is now.
     *
     * @throws CommandFailure if {@code .env} cannot be read
     */
    static Function<String, @Nullable String> here() {
        Map<String, String> file;
        try {
            file = EnvironmentFile.here();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, "Settings: " + e.getMessage() + ".");
        }
        return name -> value(name, file);
    }

    private static @Nullable String value(String name, Map<String, String> file) {
        String told = System.getProperty(name);
        String variable = told == null ? System.getenv(name) : told;
        return variable == null ? file.get(name) : variable;
    }
}
