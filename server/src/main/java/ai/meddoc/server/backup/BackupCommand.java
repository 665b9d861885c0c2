package ai.meddoc.server.backup;

import ai.meddoc.server.audit.AuditAnchor;
import ai.meddoc.server.audit.AuditCheck;
import ai.meddoc.server.audit.AuditFiles;
import ai.meddoc.server.audit.AuditKey;
import ai.meddoc.server.audit.AuditReport;
import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.sealing.SealedStreams;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code meddoc backup --to DIR} and {@code meddoc restore --from DIR}, of what the settings name. Rows and files are
 * encrypted where the server's are, or with the keys of {@code --key-file FILE}.
 */
public final class BackupCommand {

    private static final int FINE = 0;
    private static final int BROKEN = 65;
    private static final int UNAVAILABLE = 69;

    private final Settings settings;
    private final PrintStream out;

    public BackupCommand(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Does what the words say.
     *
     * @return the exit code
     * @throws SettingsException if the words or the places are wrong
     */
    public int run(String... words) {
        boolean making = words[0].equals("backup");
        String option = making ? "--to" : "--from";
        boolean keyed = words.length == 5 && words[3].equals("--key-file");
        if ((words.length != 3 && !keyed) || !words[1].equals(option)) {
            throw new SettingsException(words[0] + " takes " + option + " FOLDER and, if wanted, --key-file FILE only");
        }
        Path keys = keyed ? path(words[4]) : settings.encryptionKeys();
        SealedStreams sealing = keys == null ? null : new SealedStreams(EnvelopeKeys.read(keys));
        Path folder = path(words[2]);
        try {
            return making ? backup(folder, sealing) : restore(folder, sealing);
        } catch (DatabaseException e) {
            out.println("!!   " + words[0] + ": the database does not do it; see that it runs and is the server's");
        } catch (IOException e) {
            out.println("!!   " + words[0] + ": " + e.getMessage());
        }
        return UNAVAILABLE;
    }

    private static Path path(String word) {
        try {
            return Path.of(word).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new SettingsException("the folder's name is none that this system takes");
        }
    }

    private int backup(Path folder, @Nullable SealedStreams sealing) throws IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new SettingsException("--to must be a new or an empty folder: nothing is overwritten");
        }
        Backup.Made made;
        try (Database database = Databases.connect(settings.database())) {
            made = new Backup(database, BlobStores.open(settings), folder, sealing).make();
        }
        Manifest manifest = made.manifest();
        made.findings().forEach(finding -> out.println("!!   backup         " + finding));
        out.println("ok   backup         " + manifest.rows() + " rows of "
                + manifest.tables().size() + " tables, " + manifest.files() + " files, " + manifest.bytes() + " bytes");
        out.println(
                sealing == null
                        ? "     in clear       it holds PHI that anybody can read: keep it on an encrypted disk, or use --key-file"
                        : "     encrypted      rows and files; a restore needs the same keys, which are not in it");
        out.println("     anchor         " + manifest.auditAnchor());
        if (settings.access().auditKey().isEmpty()) {
            out.println("     keep           STORAGE_DIR/audit.key, apart from this backup: a restore needs it");
        }
        return made.findings().isEmpty() ? FINE : BROKEN;
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** Looks at everything that can be missing before it makes anything. */
    private int restore(Path folder, @Nullable SealedStreams sealing) throws IOException {
        Manifest manifest = Manifest.read(folder);
        AuditKey key = AuditFiles.existingKey(settings)
                .orElseThrow(
                        () -> new SettingsException("AUDIT_KEY, or the file STORAGE_DIR/audit.key of the server that"
                                + " was backed up, is needed to check the restored audit trail"));
        try (Database database = Databases.open(settings.database())) {
            return restore(
                    new Restore(database, BlobStores.open(settings), folder, manifest, sealing),
                    manifest,
                    database,
                    key);
        }
    }

    private int restore(Restore restore, Manifest manifest, Database database, AuditKey key) throws IOException {
        if (!restore.isEmpty()) {
            throw new SettingsException("the database of DB_URL is not empty: nothing is overwritten");
        }
        List<String> findings = new ArrayList<>(restore.run());
        AuditReport audit = AuditCheck.follow(
                database,
                key,
                AuditAnchor.parse(manifest.auditAnchor()).stream().toList());
        findings.addAll(audit.findings());
        restore.forgetWhatWasDeleted();
        findings.forEach(finding -> out.println("!!   restore        " + finding));
        out.println((findings.isEmpty() ? "ok   " : "!!   ") + "restore        " + manifest.rows() + " rows of "
                + manifest.tables().size() + " tables, " + manifest.files() + " files, " + audit.rows()
                + " rows of the audit trail: " + (findings.isEmpty() ? "all as they were" : "not all as they were"));
        return findings.isEmpty() ? FINE : BROKEN;
    }
}
