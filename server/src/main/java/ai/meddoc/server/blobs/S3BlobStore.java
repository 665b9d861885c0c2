package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Objects in one bucket. Every object carries its SHA-256, which the bucket checks when it takes the object and the
 * client when it reads it; a key is never written twice. Thread-safe.
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    /** Above this an object goes in parts, so that a broken connection costs one part. */
    static final long IN_ONE_PART = 16L * 1024 * 1024;

    private final S3Client s3;
    private final Bucket bucket;
    private final Path incoming;

    /** @param incoming a local folder for uploads on their way */
    public S3BlobStore(S3Client s3, Bucket bucket, Path incoming) throws IOException {
        this.s3 = s3;
        this.bucket = bucket;
        this.incoming = Files.createDirectories(incoming);
    }

    @Override
    public Path incoming() {
        return incoming;
    }

    @Override
    public String put(Path file) throws IOException {
        String key = BlobKey.random();
        long size = Files.size(file);
        if (size > IN_ONE_PART) {
            attempt(() -> new MultipartPut(s3, bucket, key).put(file, size));
        } else {
            attempt(() -> s3.putObject(putRequest(key), RequestBody.fromFile(file)));
        }
        Files.delete(file);
        return key;
    }

    private PutObjectRequest putRequest(String key) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(bucket.prefix() + key)
                .contentType("application/octet-stream")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .ifNoneMatch("*");
        bucket.kmsKey()
                .ifPresent(kms -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kms));
        return request.build();
    }

    @Override
    public InputStream open(String key) throws IOException {
        String object = bucket.prefix() + BlobKey.check(key);
        try {
            return s3.getObject(get -> get.bucket(bucket.name()).key(object).checksumMode(ChecksumMode.ENABLED));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        String object = bucket.prefix() + BlobKey.check(key);
        attempt(() -> s3.deleteObject(delete -> delete.bucket(bucket.name()).key(object)));
    }

    @Override
    public boolean isReady() {
        try {
            s3.headBucket(head -> head.bucket(bucket.name()));
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private static <T> T attempt(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** The bucket's own message may name keys and accounts: only its status goes on. */
    private static IOException failure(SdkException e) {
        int status = e instanceof S3Exception answered ? answered.statusCode() : 0;
        return new IOException("the bucket answered " + (status == 0 ? "nothing" : String.valueOf(status)), e);
    }

    @Override
    public void close() {
        s3.close();
    }
}
