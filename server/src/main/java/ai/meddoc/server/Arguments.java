package ai.meddoc.server;

import ai.meddoc.server.settings.SettingsException;

/** The command line: {@code --host H} and {@code --port N}, which outrank the settings HOST and PORT. */
final class Arguments {

    private Arguments() {}

    static void read(String... args) {
        for (int i = 0; i < args.length; i++) {
            String name = args[i];
            int equals = name.indexOf('=');
            String value = equals > 0 ? name.substring(equals + 1) : i + 1 < args.length ? args[++i] : "";
            switch (equals > 0 ? name.substring(0, equals) : name) {
                case "--port" -> System.setProperty("PORT", value);
                case "--host" -> System.setProperty("HOST", value);
                default -> throw new SettingsException("serve takes --port N and --host ADDRESS only");
            }
        }
    }
}
