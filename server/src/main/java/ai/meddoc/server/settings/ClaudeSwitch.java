package ai.meddoc.server.settings;

import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.claude.ClaudeSettingsReader;

/** Whether and how Claude is asked: the settings that the command line reads too. */
final class ClaudeSwitch {

    private ClaudeSwitch() {}

    /** @throws SettingsException naming the first wrong setting and what it must be, never its value */
    static ClaudeSettings read(Environment environment) {
        ClaudeSettings settings;
        try {
            settings = ClaudeSettingsReader.read(name -> environment.get(name).orElse(null));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
        if (!settings.hasCredentials() && settings.enabled()) {
            throw new SettingsException("USE_CLAUDE_REAL must be false while there is no key: set ANTHROPIC_API_KEY, or"
                    + " ANTHROPIC_API_KEY_FILE to a file that holds it");
        }
        return settings;
    }
}
