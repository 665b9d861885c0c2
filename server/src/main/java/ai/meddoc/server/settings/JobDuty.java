package ai.meddoc.server.settings;

import java.util.Locale;

/** Which jobs a process does. One that sleeps between calls must not hold a job that nobody waits for. */
public enum JobDuty {
    /** Those of its own uploads, and all that wait. */
    ALL,
    /** Those of its own uploads, and others only when it is asked to. */
    ASKED,
    /** None: documents are stored here and read elsewhere. */
    NONE;

    static JobDuty read(SettingReader reader) {
        try {
            return valueOf(reader.text("JOBS", "all").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("JOBS must be all, asked or none");
        }
    }
}
