package ai.meddoc.server.settings;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long what is stored stays, and how the storage is looked after. Immutable.
 *
 * @param retentionDays after how many days a document that is not held is deleted; 0 for never
 * @param sweepEvery how often files and rows are compared; zero for never
 * @param grace how old a file without a row must be before it counts as left behind
 */
public record Upkeep(int retentionDays, Duration sweepEvery, Duration grace) {

    /** From when on a document is deleted for its age; null where none is. */
    public @Nullable Instant retainedUntil(Instant created) {
        return retentionDays == 0 ? null : created.plus(Duration.ofDays(retentionDays));
    }

    static Upkeep read(SettingReader reader) {
        return new Upkeep(
                reader.number("RETENTION_DAYS", 0, 0, 36_500),
                Duration.ofHours(reader.number("STORAGE_SWEEP_HOURS", 24, 0, 720)),
                Duration.ofHours(reader.number("STORAGE_GRACE_HOURS", 24, 1, 720)));
    }
}
