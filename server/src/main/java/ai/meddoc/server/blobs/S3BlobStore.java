package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * Objects in one bucket. Every object carries its SHA-256, which the bucket checks when it takes the object and the
 * client when it reads it; a key is never written twice. Thread-safe.
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    /** Above this an object goes in parts, so that a broken connection costs one part. */
    static final long IN_ONE_PART = 16L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger("meddoc.storage");
    private static final int FORBIDDEN = 403;

    private static final String NOTHING_THERE = "*";

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
        keep(file, key, NOTHING_THERE);
        return key;
    }

    @Override
    public void putBack(Path file, String key) throws IOException {
        String object = bucket.prefix() + BlobKey.check(key);
        try {
            s3.headObject(head -> head.bucket(bucket.name()).key(object));
            throw new FileAlreadyExistsException(key);
        } catch (NoSuchKeyException e) {
            keep(file, key, NOTHING_THERE);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    @Override
    public void replace(Path file, String key) throws IOException {
        String object = object(key);
        keep(file, key, null);
        try {
            s3.listObjectVersionsPaginator(list -> list.bucket(bucket.name()).prefix(object)).stream()
                    .flatMap(page -> page.versions().stream())
                    .filter(version -> version.key().equals(object) && !version.isLatest())
                    .forEach(version -> deleteVersion(object, version.versionId()));
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** @param unless what must not be there yet, as S3 takes it; null to write over it */
    private void keep(Path file, String key, @Nullable String unless) throws IOException {
        long size = Files.size(file);
        if (size > IN_ONE_PART) {
            attempt(() -> new MultipartPut(s3, bucket, key).put(file, size));
        } else {
            attempt(() -> s3.putObject(putRequest(key, unless), RequestBody.fromFile(file)));
        }
        Files.delete(file);
    }

    private PutObjectRequest putRequest(String key, @Nullable String unless) {
        PutObjectRequest.Builder request = PutObjectRequest.builder()
                .bucket(bucket.name())
                .key(bucket.prefix() + key)
                .contentType("application/octet-stream")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .ifNoneMatch(unless);
        bucket.kmsKey()
                .ifPresent(kms -> request.serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId(kms));
        return request.build();
    }

    @Override
    public InputStream open(String key) throws IOException {
        String object = object(key);
        try {
            return new FaultStream(
                    s3.getObject(get -> get.bucket(bucket.name()).key(object).checksumMode(ChecksumMode.ENABLED)));
        } catch (NoSuchKeyException e) {
            throw new NoSuchFileException(key);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private String object(String key) {
        return bucket.prefix() + BlobKey.check(key);
    }

    @Override
    public boolean has(String key) throws IOException {
        String object = object(key);
        try {
            s3.headObject(head -> head.bucket(bucket.name()).key(object));
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /**
     * A bucket that keeps versions would keep the bytes behind a mark of deletion, so each version goes. Where the bucket
     * does not allow that (MFA delete, object lock), the mark is set and the versions stay for its lifecycle rule.
     */
    @Override
    public void delete(String key) throws IOException {
        String object = object(key);
        try {
            s3.listObjectVersionsPaginator(list -> list.bucket(bucket.name()).prefix(object))
                    .forEach(page -> deleteAll(page, object));
        } catch (S3Exception e) {
            if (e.statusCode() != FORBIDDEN) {
                throw failure(e);
            }
            LOG.warn("the bucket does not let versions be deleted: they stay until its lifecycle rule removes them");
            attempt(() -> s3.deleteObject(delete -> delete.bucket(bucket.name()).key(object)));
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private void deleteAll(ListObjectVersionsResponse page, String object) {
        page.versions().stream()
                .filter(version -> version.key().equals(object))
                .forEach(version -> deleteVersion(object, version.versionId()));
        page.deleteMarkers().stream()
                .filter(mark -> mark.key().equals(object))
                .forEach(mark -> deleteVersion(object, mark.versionId()));
    }

    private void deleteVersion(String object, String version) {
        s3.deleteObject(delete -> delete.bucket(bucket.name()).key(object).versionId(version));
    }

    @Override
    public void each(Consumer<StoredBlob> visitor) throws IOException {
        attempt(() -> {
            s3.listObjectsV2Paginator(list -> list.bucket(bucket.name()).prefix(bucket.prefix()))
                    .contents()
                    .forEach(object -> visit(object, visitor));
            return true;
        });
    }

    private void visit(S3Object object, Consumer<StoredBlob> visitor) {
        String key = object.key().substring(bucket.prefix().length());
        if (BlobKey.is(key)) {
            visitor.accept(new StoredBlob(key, object.lastModified()));
        }
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
    static IOException failure(SdkException e) {
        int status = e instanceof S3Exception answered ? answered.statusCode() : 0;
        return new BlobException("the bucket answered " + (status == 0 ? "nothing" : String.valueOf(status)), e);
    }

    @Override
    public void close() {
        s3.close();
    }
}
