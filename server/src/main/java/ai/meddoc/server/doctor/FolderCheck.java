package ai.meddoc.server.doctor;

import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the folder of the files can be written, or made, and has room. */
final class FolderCheck {

    private static final String SUBJECT = "storage";
    private static final long LEAST_BYTES = 1L << 30;

    private FolderCheck() {}

    static CheckResult of(Settings settings) {
        try {
            BlobStores.checkKeys(settings);
        } catch (SettingsException e) {
            return CheckResult.wrong(SUBJECT, String.valueOf(e.getMessage()));
        }
        // Each worker may hold a copy of the largest file beside the one that arrives.
        long enough = Math.max(LEAST_BYTES, settings.maxUploadBytes() * (settings.workers() + 1));
        return of(settings.storageDir(), enough);
    }

    static CheckResult of(Path folder, long enough) {
        Path existing = nearest(folder);
        if (!Files.isDirectory(existing)) {
            return CheckResult.unavailable(SUBJECT, "STORAGE_DIR cannot be made: " + existing + " is no folder");
        }
        try {
            write(existing);
            long free = Files.getFileStore(existing).getUsableSpace();
            if (free < enough) {
                return CheckResult.unavailable(
                        SUBJECT,
                        "STORAGE_DIR has " + megabytes(free) + " free and needs " + megabytes(enough)
                                + " for the largest uploads (MAX_UPLOAD_MB, WORKERS): make room in " + existing);
            }
            String made = existing.equals(folder) ? " is written" : " is made by the server's first start";
            return CheckResult.ok(SUBJECT, folder + made + ", " + megabytes(free) + " free");
        } catch (IOException e) {
            return CheckResult.unavailable(
                    SUBJECT,
                    "STORAGE_DIR: " + existing + " cannot be written; give it to the user who runs the server, or set"
                            + " STORAGE_DIR to another folder");
        }
    }

    /** The folder, or what is there of the path to it: the doctor makes none, which would then be its user's. */
    private static Path nearest(Path folder) {
        Path existing = folder.toAbsolutePath();
        for (Path up = existing; up != null; up = up.getParent()) {
            existing = up;
            if (Files.exists(up)) {
                break;
            }
        }
        return existing;
    }

    private static void write(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "doctor", null);
        try {
            Files.write(file, new byte[4096]);
        } finally {
            Files.delete(file);
        }
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
