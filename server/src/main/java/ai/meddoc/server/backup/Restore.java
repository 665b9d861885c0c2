package ai.meddoc.server.backup;

import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.sealing.SealedStreams;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Puts a backup into an empty database and store, then reads everything back and compares. One use. */
final class Restore {

    private static final int AT_A_TIME = 200;
    private static final String KEY = "storage_key";

    private final Database database;
    private final BlobStore blobs;
    private final Path folder;
    private final @Nullable SealedStreams sealing;
    private final Manifest manifest;
    private final Set<String> gone;

    private final List<String> findings = new ArrayList<>();

    Restore(Database database, BlobStore blobs, Path folder, Manifest manifest, @Nullable SealedStreams sealing) {
        this.sealing = sealing;
        this.database = database;
        this.blobs = blobs;
        this.folder = folder;
        this.manifest = manifest;
        this.gone = new HashSet<>(manifest.gone());
    }

    /** Whether nothing is there yet that a restore could mix with. */
    boolean isEmpty() {
        return database.read(connection -> {
            for (String table : List.of("documents", "users", "api_keys", "audit_events")) {
                if (count(connection, table) > 0) {
                    return false;
                }
            }
            return true;
        });
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** @return what is not as it was in the backup; empty if all is */
    List<String> run() throws IOException {
        try {
            forEachLine("documents", this::file);
            database.write(this::rows);
            database.snapshot(this::compared);
            return findings;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is done with a line of a table. */
    @FunctionalInterface
    private interface LineWork {
        void on(JsonNode line) throws IOException, SQLException;
    }

    private void forEachLine(String table, LineWork work) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(opened(Backup.file(folder, table))), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                work.on(RowLine.read(line));
            }
        } catch (SQLException e) {
            throw new IOException("the database refused a row of " + table, e);
        }
    }

    private InputStream opened(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return sealing == null ? in : sealing.open(in);
    }

    private void file(JsonNode document) throws IOException {
        String key = document.path(KEY).asText();
        Path source = Backup.blob(folder, key);
        if (gone.contains(key)) {
            return;
        }
        long id = document.path("id").asLong();
        if (!Files.isRegularFile(source)) {
            findings.add("the file of document " + id + " is not in the backup");
            return;
        }
        Path arriving = blobs.incoming().resolve("restore-" + id);
        try (InputStream in = opened(source)) {
            CopiedFile copy = CopiedFile.of(in, arriving);
            if (!copy.sha256().equals(document.path("sha256").asText())) {
                findings.add("the file of document " + id + " is damaged in the backup");
            }
        } catch (IOException e) {
            if (sealing == null) {
                throw e;
            }
            // What was touched does not open.
            Files.deleteIfExists(arriving);
            findings.add("the file of document " + id + " is damaged in the backup");
            return;
        }
        putBack(arriving, key);
    }

    private void putBack(Path arriving, String key) throws IOException {
        try {
            blobs.putBack(arriving, key);
        } catch (FileAlreadyExistsException e) {
            Files.delete(arriving);
            throw new IOException("the store holds a file of this backup already: nothing is overwritten", e);
        } catch (IllegalArgumentException e) {
            Files.delete(arriving);
            throw new IOException("the backup's rows are damaged: a file has a key that is none", e);
        }
    }

    private boolean rows(Connection connection) throws SQLException {
        for (Manifest.Rows table : manifest.tables()) {
            if (count(connection, table.table()) > 0) {
                // What a migration puts there by itself.
                change(connection, "DELETE FROM \"" + table.table() + "\"");
            }
        }
        for (Manifest.Rows table : manifest.tables()) {
            insert(connection, table.asTable());
        }
        new NextIds(connection).write(connection, manifest.nextIds());
        return true;
    }

    private void insert(Connection connection, Table table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            int[] waiting = {0};
            forEachLine(table.name(), line -> {
                for (int i = 0; i < table.columns().size(); i++) {
                    statement.setObject(
                            i + 1, RowLine.value(line, table.columns().get(i)));
                }
                statement.addBatch();
                if (++waiting[0] % AT_A_TIME == 0) {
                    statement.executeBatch();
                }
            });
            statement.executeBatch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private boolean compared(Connection connection) throws SQLException {
        for (Manifest.Rows table : manifest.tables()) {
            RowSum sum = sum(connection, table.asTable());
            if (sum.rows() != table.rows() || !sum.text().equals(table.sum())) {
                findings.add("table " + table.table() + " has " + sum.rows() + " rows that are not the " + table.rows()
                        + " of the backup");
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, storage_key, sha256 FROM documents")) {
            while (rows.next()) {
                file(rows.getLong(1), rows.getString(2), rows.getString(3));
            }
        }
        return true;
    }

    private RowSum sum(Connection connection, Table table) throws SQLException {
        RowSum sum = new RowSum();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    sum.add(RowLine.write(rows, table.columns()));
                }
            }
        }
        return sum;
    }

    private void file(long document, String key, String sha256) {
        if (gone.contains(key)) {
            return;
        }
        try (InputStream in = blobs.open(key)) {
            if (!CopiedFile.digestOf(in).equals(sha256)) {
                findings.add("the file of document " + document + " is damaged");
            }
        } catch (IOException e) {
            findings.add("the file of document " + document + " cannot be read");
        }
    }

    /** Documents that were deleted while the backup was made do not come back. */
    void forgetWhatWasDeleted() {
        database.write(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("DELETE FROM documents WHERE storage_key = ?")) {
                for (String key : gone) {
                    statement.setString(1, key);
                    statement.executeUpdate();
                }
            }
            return true;
        });
    }
}
