package ai.meddoc.server.settings;

import java.util.Map;

/** Settings of a test's own: nothing comes from the machine's environment. */
public final class GivenSettings {

    private GivenSettings() {}

    public static Environment environment(Map<String, String> variables) {
        return new Environment(variables::get, Map.of());
    }

    public static Settings of(Map<String, String> variables) {
        return Settings.read(environment(variables));
    }
}
