package ai.meddoc.server.resealing;

import ai.meddoc.server.blobs.EncryptedBlobStore;
import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.sealing.SealedValueException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals every value and file anew that the newest key does not seal, one at a time, while servers work on. Stopped at any
 * point and started again, it goes on: what is done is passed over. One use.
 */
final class Resealing {

    private static final int AT_A_TIME = 200;
    private static final int NAMED = 20;

    private final SealedRows rows;
    private final EncryptedBlobStore blobs;
    private final SealedColumns columns;
    private final String newest;
    private final boolean clearToo;
    private final List<String> findings = new ArrayList<>();
    private long values;
    private long files;
    private long unopened;

    /** @param clearToo whether values in clear are sealed */
    Resealing(SealedRows rows, EncryptedBlobStore blobs, EnvelopeKeys keys, boolean clearToo) {
        this.rows = rows;
        this.blobs = blobs;
        this.columns = SealedColumns.with(keys);
        this.newest = keys.newestName();
        this.clearToo = clearToo;
    }

    void run() throws IOException {
        for (Place place : Place.ALL) {
            values(place);
        }
        long last = 0;
        List<SealedRows.DocumentFile> some = rows.files(last, AT_A_TIME);
        while (!some.isEmpty()) {
            for (SealedRows.DocumentFile file : some) {
                file(file);
                last = file.document();
            }
            some = rows.files(last, AT_A_TIME);
        }
    }

    private void values(Place place) {
        Optional<StoredValue> next = rows.next(place, 0, 0, newest, clearToo);
        while (next.isPresent()) {
            StoredValue value = next.get();
            value(place, value);
            next = rows.next(place, value.key(), value.second(), newest, clearToo);
        }
    }

    private void value(Place place, StoredValue value) {
        Object[] identity = value.identity().toArray();
        try {
            String clear = columns.open(place.column(), value.stored(), value.tenant(), identity);
            String sealed = columns.seal(place.column(), clear, value.tenant(), identity);
            values += rows.replace(place, value, sealed) ? 1 : 0;
        } catch (SealedValueException e) {
            unopened(place.table() + " " + value.key() + ": its " + place.field());
        }
    }

    private void file(SealedRows.DocumentFile file) throws IOException {
        try {
            files += blobs.reseal(file.storageKey(), file.sha256()) ? 1 : 0;
            if (!rows.isThere(file.document())) {
                // Deleted meanwhile: it must not come back.
                blobs.delete(file.storageKey());
            }
        } catch (NoSuchFileException e) {
            if (rows.isThere(file.document())) {
                unopened("documents " + file.document() + ": its file is lost, or");
            }
        } catch (IOException e) {
            if (!blobs.isReady()) {
                throw e;
            }
            unopened("documents " + file.document() + ": its file is damaged, or");
        }
    }

    private void unopened(String what) {
        unopened++;
        if (findings.size() < NAMED) {
            findings.add(what + " cannot be opened by a key of ENCRYPTION_KEY_FILE");
        }
    }

    long values() {
        return values;
    }

    long files() {
        return files;
    }

    /** What could not be sealed anew, and is as it was. */
    long unopened() {
        return unopened;
    }

    /** The first of them. */
    List<String> findings() {
        return findings;
    }
}
