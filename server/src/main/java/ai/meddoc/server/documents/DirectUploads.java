package ai.meddoc.server.documents;

import ai.meddoc.server.analyses.CallerWords;
import ai.meddoc.server.analyses.Priority;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.blobs.DamagedBlobException;
import ai.meddoc.server.blobs.DirectTransfers;
import ai.meddoc.server.blobs.VerifiedBlobs;
import ai.meddoc.server.documents.DirectUploadRows.Announced;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.sealing.SealedColumn;
import ai.meddoc.server.sealing.SealedColumns;
import ai.meddoc.server.settings.Settings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Uploads that go into the bucket without passing through this server: announced, sent by the client, and acknowledged
 * only when every byte in the bucket is what was announced. Thread-safe.
 */
@Singleton
final class DirectUploads {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int SAMPLE = 8192;

    private final DirectTransfers transfers;
    private final DirectUploadRows rows;
    private final Intake intake;
    private final BlobStore blobs;
    private final VerifiedBlobs verified;
    private final AuditTrail trail;
    private final SealedColumns columns;
    private final ObjectMapper json;
    private final long mostBytes;
    private final InstantSource clock;

    DirectUploads(
            DirectTransfers transfers,
            DirectUploadRows rows,
            Intake intake,
            BlobStore blobs,
            VerifiedBlobs verified,
            AuditTrail trail,
            SealedColumns columns,
            ObjectMapper json,
            Settings settings,
            InstantSource clock) {
        this.transfers = transfers;
        this.rows = rows;
        this.intake = intake;
        this.blobs = blobs;
        this.verified = verified;
        this.trail = trail;
        this.columns = columns;
        this.json = json;
        this.mostBytes = settings.maxUploadBytes();
        this.clock = clock;
    }

    /** @throws ProblemException if something is missing or wrong, or files are not kept in a bucket */
    DirectUploadReply announce(@Nullable DirectUploadRequest request, AuditEntry entry) throws JsonProcessingException {
        if (request == null) {
            throw ProblemException.malformed("Say which file will be sent: filename, size_bytes, sha256.");
        }
        String sha256 = sha256(request);
        long size = size(request);
        document(request, "", entry.actor().tenant());
        DirectTransfers.UploadPermit upload = transfers.upload(sha256, size).orElseThrow(DirectUploads::noBucket);
        String announced = columns.seal(
                SealedColumn.ANNOUNCED,
                json.writeValueAsString(request),
                entry.actor().tenant(),
                upload.key());
        long id = trail.disclose(
                        entry,
                        connection -> Optional.of(DirectUploadRows.insert(
                                connection,
                                entry.actor().tenant(),
                                new KeptFile(upload.key(), size, sha256),
                                announced,
                                upload.expiresAt().toEpochMilli())),
                        (asked, made) -> asked.detail("announced upload " + made))
                .orElseThrow();
        return new DirectUploadReply(id, "PUT", upload.url(), upload.headers(), upload.expiresAt());
    }

    static ProblemException noBucket() {
        return new ProblemException(
                ProblemType.CONFLICT, "Files are not kept in a bucket here; upload with POST /documents.");
    }

    private static String sha256(DirectUploadRequest request) {
        String sha256 = request.sha256() == null ? "" : request.sha256();
        if (!SHA256.matcher(sha256).matches()) {
            throw ProblemException.malformed("sha256 must be the file's SHA-256: 64 of 0-9 and a-f.");
        }
        return sha256;
    }

    private long size(DirectUploadRequest request) {
        Long size = request.sizeBytes();
        if (size == null || size < 1) {
            throw ProblemException.malformed("size_bytes must be a positive whole number.");
        }
        if (size > mostBytes) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "The file has " + size + " bytes; the limit is " + mostBytes + ".");
        }
        return size;
    }

    private static NewDocument document(DirectUploadRequest request, String contentType, String tenant) {
        return new NewDocument(
                tenant,
                FileName.checked(request.filename() == null ? "" : request.filename()),
                contentType,
                !Boolean.FALSE.equals(request.runPipeline()),
                CallerWords.type(request.documentTypeHint(), "document_type_hint", false),
                CallerWords.encounter(request.encounter(), request.dateOfService()),
                Priority.of(request.priority(), Priority.INTERACTIVE),
                false);
    }

    /** Asked again, it answers with what it became. */
    Intake.Kept complete(long id, AuditEntry entry) throws IOException {
        Announced announced = rows.find(id, entry.actor().tenant()).orElse(null);
        Long became = announced == null ? null : announced.documentId();
        if (became != null) {
            return intake.again(became, entry);
        }
        if (announced == null || announced.expiresAt() < clock.millis()) {
            trail.record(entry.detail("upload " + id).denied());
            throw ProblemException.notFound("There is no announced upload " + id + ", or its time is over.");
        }
        DirectUploadRequest request = json.readValue(
                columns.open(
                        SealedColumn.ANNOUNCED,
                        announced.announced(),
                        entry.actor().tenant(),
                        announced.storageKey()),
                DirectUploadRequest.class);
        NewDocument document =
                document(request, contentType(announced), entry.actor().tenant());
        KeptFile file = new KeptFile(announced.storageKey(), announced.size(), announced.sha256());
        return intake.adopt(
                document,
                file,
                entry,
                (connection, documentId) -> DirectUploadRows.complete(connection, id, documentId));
    }

    /** By its first bytes, once all of them are what was announced. */
    private String contentType(Announced announced) throws IOException {
        try (InputStream in = verified.open(announced.storageKey(), announced.sha256())) {
            byte[] head = in.readNBytes(SAMPLE);
            long size = head.length + in.transferTo(OutputStream.nullOutputStream());
            if (size != announced.size()) {
                throw other(announced);
            }
            return ContentTypes.of(head);
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The file of upload " + announced.id() + " has not arrived.");
        } catch (DamagedBlobException e) {
            throw other(announced);
        }
    }

    private ProblemException other(Announced announced) throws IOException {
        blobs.delete(announced.storageKey());
        return new ProblemException(
                ProblemType.CONFLICT,
                "The file of upload " + announced.id() + " is not what was announced; it was deleted.");
    }
}
