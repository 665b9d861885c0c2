package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** One large object, sent part by part; given up as a whole when a part fails. */
final class MultipartPut {

    private final S3Client s3;
    private final Bucket bucket;
    private final String object;

    MultipartPut(S3Client s3, Bucket bucket, String key) {
        this.s3 = s3;
        this.bucket = bucket;
        this.object = bucket.prefix() + key;
    }

    String put(Path file, long size) {
        String upload = s3.createMultipartUpload(begin()).uploadId();
        try (InputStream in = Files.newInputStream(file)) {
            List<CompletedPart> parts = new ArrayList<>();
            for (long sent = 0; sent < size; sent += S3BlobStore.IN_ONE_PART) {
                int length = Math.toIntExact(Math.min(S3BlobStore.IN_ONE_PART, size - sent));
                parts.add(part(upload, parts.size() + 1, in.readNBytes(length)));
            }
            s3.completeMultipartUpload(done ->
                    done.bucket(bucket.name()).key(object).uploadId(upload).multipartUpload(all -> all.parts(parts)));
            return object;
        } catch (IOException e) {
            abort(upload);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            abort(upload);
            throw e;
        }
    }

    private CreateMultipartUploadRequest begin() {
        CreateMultipartUploadRequest.Builder request = CreateMultipartUploadRequest.builder()
                .bucket(bucket.name())
                .key(object)
                .contentType("application/octet-stream")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256);
        bucket.kmsKey()
                .ifPresent(kms -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kms));
        return request.build();
    }

    private CompletedPart part(String upload, int number, byte[] bytes) {
        UploadPartResponse done = s3.uploadPart(
                part -> part.bucket(bucket.name())
                        .key(object)
                        .uploadId(upload)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                RequestBody.fromBytes(bytes));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(done.eTag())
                .checksumSHA256(done.checksumSHA256())
                .build();
    }

    /** What stays of a broken upload costs money until the bucket's lifecycle rule removes it. */
    private void abort(String upload) {
        s3.abortMultipartUpload(abort -> abort.bucket(bucket.name()).key(object).uploadId(upload));
    }
}
