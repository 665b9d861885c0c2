package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.DocumentAnalyst;
import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobException;
import ai.meddoc.server.blobs.DamagedBlobException;
import ai.meddoc.server.blobs.DirectTransfers;
import ai.meddoc.server.blobs.VerifiedBlobs;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemReader;
import ai.meddoc.server.problems.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What was uploaded, given out only when every byte of it is what was uploaded. Whether it was given out or not, one row
 * of the audit trail says so. Thread-safe.
 */
@Singleton
final class OriginalFiles {

    private static final Logger LOG = Logger.getLogger("meddoc.storage");

    private final DocumentRows rows;
    private final VerifiedBlobs blobs;
    private final DocumentAnalyst analyst;
    private final DirectTransfers transfers;
    private final AuditTrail trail;

    OriginalFiles(
            DocumentRows rows,
            VerifiedBlobs blobs,
            DocumentAnalyst analyst,
            DirectTransfers transfers,
            AuditTrail trail) {
        this.rows = rows;
        this.blobs = blobs;
        this.analyst = analyst;
        this.transfers = transfers;
        this.trail = trail;
    }

    /** A file with its content in one form or another. */
    record Opened<T>(StoredFile file, T content) {}

    @FunctionalInterface
    private interface Content<T> {
        T of(StoredFile file) throws IOException;
    }

    /** @param entry about the document, which it names */
    Opened<InputStream> open(long id, AuditEntry entry) throws IOException {
        return give(id, entry, file -> blobs.open(file.storageKey(), file.sha256()));
    }

    /** A permission to take it out of the bucket, once every byte there is what was uploaded. */
    Opened<DirectTransfers.DownloadPermit> download(long id, AuditEntry entry) throws IOException {
        return give(id, entry, file -> {
            if (!transfers.areOffered()) {
                throw DirectUploads.noBucket();
            }
            blobs.open(file.storageKey(), file.sha256()).close();
            return transfers
                    .download(file.storageKey(), file.contentType(), file.disposition())
                    .orElseThrow(DirectUploads::noBucket);
        });
    }

    /** As {@link #open}, read as text. */
    Opened<DocumentTextReply> text(long id, AuditEntry entry) throws IOException {
        return give(id, entry, file -> DocumentTextReply.of(analyst.extract(file.storageKey(), file.sha256())));
    }

    /** The file is read before the transaction, which must not wait for it; the row is written before it is sent. */
    private <T> Opened<T> give(long id, AuditEntry entry, Content<T> content) throws IOException {
        String tenant = entry.actor().tenant();
        Optional<StoredFile> file = rows.file(id, tenant);
        Optional<T> read = file.isEmpty() ? Optional.empty() : Optional.of(read(file.get(), entry, content));
        return trail.disclose(
                        entry,
                        connection -> rows.file(connection, id, tenant)
                                .flatMap(found -> read.map(value -> new Opened<>(found, value))),
                        (asked, found) -> asked)
                .orElseThrow(() -> DocumentResource.unknown(id));
    }

    private <T> T read(StoredFile file, AuditEntry entry, Content<T> content) throws IOException {
        try {
            return content.of(file);
        } catch (DamagedBlobException e) {
            throw withheld(entry, ProblemType.FILE_DAMAGED, e);
        } catch (NoSuchFileException e) {
            throw withheld(entry, ProblemType.FILE_MISSING, e);
        } catch (BlobException e) {
            throw withheld(entry, ProblemType.STORAGE_UNAVAILABLE, e);
        }
    }

    private ProblemException withheld(AuditEntry entry, ProblemType type, IOException why) {
        LOG.errorf("document %d: %s: %s", entry.documentId(), type, Incident.describe(why));
        trail.record(entry.detail(type.name()).denied());
        return new ProblemException(type, ProblemReader.sentence(type));
    }
}
