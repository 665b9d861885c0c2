package ai.meddoc.server.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.server.blobs.DiskBlobStore;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Row;
import ai.meddoc.server.sealing.SealedColumns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and rows compared both ways, holds and retention, whichever database there is. */
abstract class StorageSweepContract {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Duration GRACE = Duration.ofHours(24);
    private static final Instant OLD = NOW.minus(Duration.ofHours(25));

    @TempDir
    private Path folder = Path.of("");

    private DiskBlobStore blobs;
    private DeletionRows rows;
    private StorageSweep sweep;

    abstract Database database();

    @BeforeEach
    void empty() throws IOException {
        for (String table : List.of("legal_holds", "documents", "blobs_to_delete")) {
            database().write(connection -> Row.change(connection, "DELETE FROM " + table));
        }
        blobs = new DiskBlobStore(folder);
        rows = new DeletionRows(database());
        sweep = new StorageSweep(blobs, rows, GRACE);
    }

    @Test
    void findsWhatIsThereOnOneSideAlone() throws IOException {
        String orphan = put(OLD);
        put(NOW);
        document(put(OLD), OLD);
        String gone = put(OLD);
        long missing = document(gone, OLD);
        blobs.delete(gone);
        document("ab/" + "ab".repeat(16), NOW);

        SweepReport report = sweep.look(NOW);

        assertThat(report.files()).isEqualTo(3);
        assertThat(report.orphans()).containsExactly(orphan);
        assertThat(report.missing()).containsExactly(missing);
        assertThat(sweep.deleteOrphans(report)).isEqualTo(1);
        assertThat(blobs.has(orphan)).isFalse();
        assertThat(sweep.look(NOW).orphans()).isEmpty();
    }

    @Test
    void keepsAFileWhoseRowCameAfterTheLook() throws IOException {
        String late = put(OLD);
        SweepReport report = sweep.look(NOW);
        assertThat(report.orphans()).containsExactly(late);
        document(late, NOW);
        assertThat(sweep.deleteOrphans(report)).isZero();
        assertThat(blobs.has(late)).isTrue();
    }

    @Test
    void deletesHalfReceivedFilesOnceTheyAreOld() throws IOException {
        Path half = Files.createTempFile(blobs.incoming(), "upload", null);
        Files.setLastModifiedTime(half, FileTime.from(OLD));
        Path fresh = Files.createTempFile(blobs.incoming(), "upload", null);
        assertThat(sweep.deleteHalfReceived(NOW)).isEqualTo(1);
        assertThat(half).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void suspectsAnotherDatabaseWhenMostFilesHaveNoRow() throws IOException {
        for (int i = 0; i < 11; i++) {
            put(OLD);
        }
        assertThat(sweep.look(NOW).looksLikeAnotherDatabase()).isTrue();
        for (int i = 0; i < 12; i++) {
            document(put(OLD), OLD);
        }
        assertThat(sweep.look(NOW).looksLikeAnotherDatabase()).isFalse();
    }

    @Test
    void looksThroughMoreThanOneBatch() throws IOException {
        for (int i = 0; i < 1_100; i++) {
            document(put(OLD), OLD);
        }
        String orphan = put(OLD);
        SweepReport report = sweep.look(NOW);
        assertThat(report.files()).isEqualTo(1_101);
        assertThat(report.orphans()).containsExactly(orphan);
        assertThat(report.missing()).isEmpty();
    }

    @Test
    void notesTheFileOfADeletedDocumentUntilItIsGone() throws IOException {
        String key = put(OLD);
        long id = document(key, OLD);
        assertThat(delete(id, "other")).isEmpty();
        assertThat(delete(id, "default")).hasValue(key);
        assertThat(rows.filesToDelete(9)).containsExactly(key);
        assertThat(rows.known(List.of(key))).isEqualTo(Set.of());
        rows.deleted(key);
        assertThat(rows.filesToDelete(9)).isEmpty();
    }

    @Test
    void deletesWhatIsDueAndNotHeld() throws IOException {
        long held = document(put(OLD), OLD);
        long due = document(put(OLD), OLD);
        document(put(NOW), NOW);
        long working = document(put(OLD), OLD);
        database()
                .write(connection -> Row.change(
                        connection,
                        "INSERT INTO jobs (document_id, state, attempts, fence, lease_until, created_at)"
                                + " VALUES (?, 'queued', 0, 0, 0, 0)",
                        working));
        HoldJson hold = new HoldJson(held, "litigation", "admin", NOW);
        assertThat(place(hold, "other")).isEmpty();
        assertThat(place(hold, "default")).hasValue(hold);

        HoldRows holds = new HoldRows(database());
        assertThat(holds.due(NOW.minusSeconds(60).toEpochMilli(), 9)).containsExactly(new HoldRows.Due(due, "default"));
        assertThatThrownBy(() -> delete(held, "default"))
                .as("the database's own guard")
                .isInstanceOf(DatabaseException.class);
        Optional<HoldJson> lifted = database().write(connection -> HoldRows.lift(connection, held, "default"));
        assertThat(lifted).isPresent();
        assertThat(holds.due(NOW.minusSeconds(60).toEpochMilli(), 9)).hasSize(2);
    }

    private Optional<String> delete(long id, String tenant) {
        return database().write(connection -> rows.delete(connection, id, tenant, 1));
    }

    private Optional<HoldJson> place(HoldJson hold, String tenant) {
        return database().write(connection -> HoldRows.place(connection, SealedColumns.off(), hold, tenant));
    }

    private String put(Instant since) throws IOException {
        String key = blobs.put(Files.createTempFile(blobs.incoming(), "upload", null));
        Files.setLastModifiedTime(folder.resolve(key), FileTime.from(since));
        return key;
    }

    private long document(String key, Instant created) {
        return database()
                .write(connection -> Row.first(
                        connection,
                        "INSERT INTO documents (original_filename, created_at, storage_key, content_type, size_bytes,"
                                + " sha256, state) VALUES ('a.txt', ?, ?, 'text/plain', 1, '00', 'stored') RETURNING id",
                        row -> row.number("id"),
                        created.toEpochMilli(),
                        key))
                .orElseThrow();
    }
}
