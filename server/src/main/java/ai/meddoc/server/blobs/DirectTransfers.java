package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/**
 * Permissions to put one object into the bucket, or to take one out of it, without passing through this server. Each is
 * for one random key, for a short time, and an upload's also for one SHA-256 and one size: the bucket refuses every other.
 * Thread-safe.
 */
public final class DirectTransfers implements AutoCloseable {

    private static final Duration UPLOAD = Duration.ofMinutes(15);
    private static final Duration DOWNLOAD = Duration.ofSeconds(60);

    private final @Nullable Bucket bucket;
    private final @Nullable S3Presigner presigner;

    private DirectTransfers(@Nullable Bucket bucket, @Nullable S3Presigner presigner) {
        this.bucket = bucket;
        this.presigner = presigner;
    }

    /** @param bucket null where files are kept on a disk: then nothing is offered */
    public static DirectTransfers of(@Nullable Bucket bucket) {
        if (bucket == null) {
            return new DirectTransfers(null, null);
        }
        S3Presigner.Builder builder = S3Presigner.builder();
        URI endpoint = bucket.endpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint)
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build());
        }
        return new DirectTransfers(bucket, builder.build());
    }

    /** False where files are kept on a disk. */
    public boolean areOffered() {
        return bucket != null;
    }

    /**
     * What the client has to send, and until when.
     *
     * @param headers to be sent exactly so, or the bucket refuses
     */
    public record UploadPermit(String key, String url, Map<String, String> headers, Instant expiresAt) {

        /** The address is a permission. */
        @Override
        public String toString() {
            return "UploadPermit[" + expiresAt + "]";
        }
    }

    /** Where the object can be had, and until when. */
    public record DownloadPermit(String url, Instant expiresAt) {

        /** The address is a permission. */
        @Override
        public String toString() {
            return "DownloadPermit[" + expiresAt + "]";
        }
    }

    /** Empty where files are kept on a disk. */
    public Optional<UploadPermit> upload(String sha256, long size) {
        if (bucket == null || presigner == null) {
            return Optional.empty();
        }
        String key = BlobKey.random();
        PutObjectRequest put = put(bucket, key, sha256, size);
        PresignedPutObjectRequest signed = presigner.presignPutObject(
                request -> request.signatureDuration(UPLOAD).putObjectRequest(put));
        Map<String, String> headers = new TreeMap<>();
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("host");
        return Optional.of(new UploadPermit(key, signed.url().toString(), headers, signed.expiration()));
    }

    private static PutObjectRequest put(Bucket bucket, String key, String sha256, long size) {
        PutObjectRequest.Builder put = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(bucket.prefix() + key)
                .contentType("application/octet-stream")
                .contentLength(size)
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
                .ifNoneMatch("*");
        bucket.kmsKey()
                .ifPresent(kms ->
                        put.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(kms));
        return put.build();
    }

    /**
     * Empty where files are kept on a disk.
     *
     * @param type the media type that the bucket answers with; it always answers as an attachment
     */
    public Optional<DownloadPermit> download(String key, String type, String disposition) {
        if (bucket == null || presigner == null) {
            return Optional.empty();
        }
        String object = bucket.prefix() + BlobKey.check(key);
        var signed = presigner.presignGetObject(request -> request.signatureDuration(DOWNLOAD)
                .getObjectRequest(get -> get.bucket(bucket.name())
                        .key(object)
                        .responseContentType(type)
                        .responseContentDisposition(disposition)));
        return Optional.of(new DownloadPermit(signed.url().toString(), signed.expiration()));
    }

    @Override
    public void close() {
        if (presigner != null) {
            presigner.close();
        }
    }
}
