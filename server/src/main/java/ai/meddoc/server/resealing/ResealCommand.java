package ai.meddoc.server.resealing;

import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.blobs.EncryptedBlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code meddoc reseal}: all that is stored, under the first key of ENCRYPTION_KEY_FILE. */
public final class ResealCommand {

    private static final int FINE = 0;
    private static final int BROKEN = 65;
    private static final int UNAVAILABLE = 69;

    private final Settings settings;
    private final PrintStream out;

    public ResealCommand(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * @return the exit code
     * @throws SettingsException if there are no keys, or no database
     */
    public int run() {
        Path file = settings.encryptionKeys();
        if (file == null) {
            throw new SettingsException("reseal needs ENCRYPTION_KEY_FILE, with the new key first");
        }
        EnvelopeKeys keys = EnvelopeKeys.read(file);
        try (Database database = Databases.connect(settings.database())) {
            // With keys, the store is one that encrypts.
            EncryptedBlobStore blobs = (EncryptedBlobStore) BlobStores.open(settings);
            Resealing work = new Resealing(new SealedRows(database), blobs, keys, settings.encryptDatabase());
            work.run();
            return print(work, keys);
        } catch (DatabaseException e) {
            out.println(
                    "!!   reseal         the database does not do it; see that it runs and is the server's. What was"
                            + " done stays done: start it again");
        } catch (IOException e) {
            out.println("!!   reseal         the storage does not do it. What was done stays done: start it again");
        }
        return UNAVAILABLE;
    }

    private int print(Resealing work, EnvelopeKeys keys) {
        work.findings().forEach(finding -> out.println("!!   reseal         " + finding));
        boolean fine = work.unopened() == 0;
        out.println((fine ? "ok   " : "!!   ") + "reseal         " + work.values() + " values and " + work.files()
                + " files sealed anew under key " + keys.newestName()
                + (fine ? "" : "; " + work.unopened() + " could not be and are as they were"));
        if (fine && keys.names().size() > 1) {
            out.println(
                    "     old keys       no row and no file needs them, but backups from before do; take them out of"
                            + " ENCRYPTION_KEY_FILE once every server has started with the new key first");
        }
        return fine ? FINE : BROKEN;
    }
}
