package ai.meddoc.server;

import ai.meddoc.server.settings.SettingsException;
import java.util.Arrays;

/** The command line: {@code --host H} and {@code --port N}, which outrank the settings HOST and PORT. */
final class Arguments {

    static final String HELP = """
            Usage: meddoc serve [--port N] [--host ADDRESS]
            The API and the web page in one process, on http://127.0.0.1:8000 unless told otherwise; Ctrl-C stops it.
            Everything else is set by environment variables or a file .env: see docs/settings.md.""";

    private Arguments() {}

    static boolean askForHelp(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals("--help") || arg.equals("-h"));
    }

    static void read(String... args) {
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            String name = equals > 0 ? args[i].substring(0, equals) : args[i];
            String setting = switch (name) {
                case "--port" -> "PORT";
                case "--host" -> "HOST";
                default -> throw new SettingsException("serve takes --port N and --host ADDRESS only");
            };
            String value = equals > 0 ? args[i].substring(equals + 1) : i + 1 < args.length ? args[++i] : "";
            if (value.isBlank()) {
                throw new SettingsException(name + " needs a value");
            }
            System.setProperty(setting, value);
        }
    }
}
