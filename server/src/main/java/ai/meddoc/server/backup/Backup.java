package ai.meddoc.server.backup;

import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.sealing.SealedStreams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Copies the rows of one moment and their files, while others work on. One use. */
final class Backup {

    private static final int AT_A_TIME = 200;

    private final Database database;
    private final BlobStore blobs;
    private final Path folder;
    private final @Nullable SealedStreams sealing;
    private final List<String> gone = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private long files;
    private long bytes;

    /** @param sealing encrypts rows and files; null to leave them in clear */
    Backup(Database database, BlobStore blobs, Path folder, @Nullable SealedStreams sealing) {
        this.database = database;
        this.blobs = blobs;
        this.folder = folder;
        this.sealing = sealing;
    }

    /** @param findings files that are lost or damaged: the rest is in the backup all the same */
    record Made(Manifest manifest, List<String> findings) {

        Made {
            findings = List.copyOf(findings);
        }
    }

    Made make() throws IOException {
        Files.createDirectories(folder.resolve("tables"));
        try {
            Manifest manifest = database.snapshot(this::copied);
            manifest.write(folder);
            return new Made(manifest, findings);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Manifest copied(Connection connection) throws SQLException {
        List<Table> tables = Table.all(connection);
        List<Manifest.Rows> rows = new ArrayList<>();
        for (Table table : tables) {
            rows.add(table(connection, table));
        }
        Map<String, Long> nextIds = new NextIds(connection).read(connection, tables);
        String anchor = anchor(connection);
        files(connection);
        return new Manifest(Manifest.FORMAT, Instant.now().toString(), rows, nextIds, files, bytes, gone, anchor);
    }

    private Manifest.Rows table(Connection connection, Table table) throws SQLException {
        RowSum sum = new RowSum();
        try (BufferedWriter out = lines(table.name());
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                while (rows.next()) {
                    String line = RowLine.write(rows, table.columns());
                    sum.add(line);
                    out.write(line);
                    out.write('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Manifest.Rows(table.name(), table.columns(), sum.rows(), sum.text());
    }

    private BufferedWriter lines(String table) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                new GZIPOutputStream(sealed(Files.newOutputStream(Files.createFile(file(folder, table))))),
                StandardCharsets.UTF_8));
    }

    private OutputStream sealed(OutputStream out) throws IOException {
        return sealing == null ? out : sealing.seal(out);
    }

    static Path file(Path folder, String table) {
        return folder.resolve("tables").resolve(table + ".jsonl.gz");
    }

    static Path blob(Path folder, String key) {
        return folder.resolve("files").resolve(key);
    }

    private static String anchor(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("SELECT seq, mac FROM audit_head WHERE id = 1")) {
            return head.next() ? head.getLong(1) + ":" + head.getString(2) : "0:";
        }
    }

    private void files(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(AT_A_TIME);
            try (ResultSet rows = statement.executeQuery("SELECT id, storage_key, sha256 FROM documents")) {
                while (rows.next()) {
                    file(rows.getLong(1), rows.getString(2), rows.getString(3));
                }
            }
        }
    }

    private void file(long document, String key, String sha256) {
        try (InputStream in = blobs.open(key)) {
            CopiedFile copy = CopiedFile.of(in, blob(folder, key), this::sealed);
            files++;
            bytes += copy.bytes();
            if (!copy.sha256().equals(sha256)) {
                findings.add("the file of document " + document + " is damaged");
            }
        } catch (NoSuchFileException e) {
            missing(document, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody may have deleted the document since; then it is not to come back. */
    private void missing(long document, String key) {
        if (isStillThere(document)) {
            findings.add("the file of document " + document + " is lost");
        } else {
            gone.add(key);
        }
    }

    private boolean isStillThere(long document) {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM documents WHERE id = ?")) {
                statement.setLong(1, document);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }
}
