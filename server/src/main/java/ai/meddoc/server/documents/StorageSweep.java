package ai.meddoc.server.documents;

import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.blobs.StoredBlob;
import ai.meddoc.server.documents.DeletionRows.Kept;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares files and rows both ways. What is younger than the grace period may be on its way and is left alone. */
final class StorageSweep {

    private static final int BATCH = 500;

    private final BlobStore blobs;
    private final DeletionRows rows;
    private final Duration grace;

    StorageSweep(BlobStore blobs, DeletionRows rows, Duration grace) {
        this.blobs = blobs;
        this.rows = rows;
        this.grace = grace;
    }

    /** Only looks. */
    SweepReport look(Instant now) throws IOException {
        Instant before = now.minus(grace);
        KeySet seen = new KeySet();
        List<String> old = new ArrayList<>();
        long[] files = {0};
        blobs.each(blob -> {
            files[0]++;
            seen.add(blob.key());
            if (isOld(blob, before)) {
                old.add(blob.key());
            }
        });
        return new SweepReport(files[0], unknown(old), missing(seen, before));
    }

    private static boolean isOld(StoredBlob blob, Instant before) {
        return blob.since().isBefore(before);
    }

    private List<String> unknown(List<String> keys) {
        List<String> unknown = new ArrayList<>();
        for (int at = 0; at < keys.size(); at += BATCH) {
            List<String> some = keys.subList(at, Math.min(keys.size(), at + BATCH));
            Set<String> known = rows.known(some);
            some.stream().filter(key -> !known.contains(key)).forEach(unknown::add);
        }
        return unknown;
    }

    /** Asked twice, since a file may be deleted or come while the store is listed. */
    private List<Long> missing(KeySet seen, Instant before) throws IOException {
        List<Long> missing = new ArrayList<>();
        List<Kept> some = rows.after(0, before.toEpochMilli(), BATCH);
        while (!some.isEmpty()) {
            for (Kept kept : some) {
                if (!seen.has(kept.storageKey())
                        && !blobs.has(kept.storageKey())
                        && !rows.known(List.of(kept.storageKey())).isEmpty()) {
                    missing.add(kept.documentId());
                }
            }
            some = rows.after(some.getLast().documentId(), before.toEpochMilli(), BATCH);
        }
        return missing;
    }

    /** @return how many files were deleted that no document has */
    int deleteOrphans(SweepReport report) throws IOException {
        int deleted = 0;
        for (String key : report.orphans()) {
            if (rows.known(List.of(key)).isEmpty()) {
                blobs.delete(key);
                deleted++;
            }
        }
        return deleted;
    }

    /** @return how many files were deleted that never arrived whole */
    int deleteHalfReceived(Instant now) throws IOException {
        int deleted = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(blobs.incoming())) {
            for (Path file : files) {
                if (Files.isRegularFile(file)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(grace))) {
                    Files.deleteIfExists(file);
                    deleted++;
                }
            }
        }
        return deleted;
    }
}
