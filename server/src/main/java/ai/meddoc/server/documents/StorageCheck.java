package ai.meddoc.server.documents;

import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.stream.Collectors;

/** {@code meddoc doctor --storage}: whether every document has its file and every file its document. Deletes nothing. */
public final class StorageCheck {

    private static final int FINE = 0;
    private static final int BROKEN = 65;
    private static final int SHOWN = 20;

    private final Settings settings;
    private final PrintStream out;

    public StorageCheck(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** @return the exit code */
    public int run(Instant now) {
        try (Database database = Databases.connect(settings.database())) {
            DeletionRows rows = new DeletionRows(database);
            return print(new StorageSweep(
                            BlobStores.open(settings), rows, settings.upkeep().grace())
                    .look(now));
        } catch (IOException e) {
            throw new SettingsException("the storage does not answer, or STORAGE_DIR cannot be read");
        } catch (DatabaseException e) {
            throw new SettingsException("the database of DB_URL has no documents: the server makes it when it starts");
        }
    }

    private int print(SweepReport report) {
        boolean fine = report.missing().isEmpty();
        out.println((fine ? "ok  " : "!!  ") + " storage        " + report.files() + " files, "
                + report.orphans().size() + " without a document, "
                + report.missing().size()
                + " documents without a file");
        if (!fine) {
            out.println("                    restore the files of the documents "
                    + report.missing().stream()
                            .limit(SHOWN)
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + (report.missing().size() > SHOWN ? " ..." : ""));
        }
        if (report.looksLikeAnotherDatabase()) {
            out.println("                    most files have no document: is this the right database?");
        } else if (!report.orphans().isEmpty()) {
            out.println("                    the server's next sweep deletes the files without a document");
        }
        return fine ? FINE : BROKEN;
    }
}
