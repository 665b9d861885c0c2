package ai.meddoc.server.audit;

import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the trail keeps outside the database: the key, where AUDIT_KEY does not give it, and the newest anchor. */
public final class AuditFiles {

    private AuditFiles() {}

    /** @throws SettingsException if it can be neither read nor made */
    public static AuditKey key(Settings settings) {
        Optional<String> given = settings.access().auditKey();
        if (given.isPresent()) {
            return AuditKey.of(given.get());
        }
        try {
            Files.createDirectories(settings.storageDir());
            return AuditKey.kept(settings.storageDir().resolve("audit.key"));
        } catch (IOException e) {
            throw new SettingsException("STORAGE_DIR: the file audit.key can be neither read nor made");
        }
    }

    /** As {@link #key}, and makes none. */
    public static Optional<AuditKey> existingKey(Settings settings) {
        boolean there = settings.access().auditKey().isPresent() || hasKey(settings);
        return there ? Optional.of(key(settings)) : Optional.empty();
    }

    /** Whether the folder holds one. */
    public static boolean hasKey(Settings settings) {
        return Files.isRegularFile(settings.storageDir().resolve("audit.key"));
    }

    static Path anchor(Settings settings) {
        return settings.storageDir().resolve("audit.anchor");
    }
}
