package ai.meddoc.server.blobs;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Puts a small object of random bytes into a bucket, as documents are put, reads it and deletes it. */
public final class BucketProbe {

    private static final int BYTES = 64;

    private final S3Client s3;
    private final Bucket bucket;

    private BucketProbe(S3Client s3, Bucket bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /** In the order in which they are tried. */
    public enum Step {
        REGION,
        CREDENTIALS,
        REACH,
        PUT,
        GET,
        DELETE
    }

    /**
     * Where it ended.
     *
     * @param status what the bucket answered; 0: nothing
     */
    public record FailedStep(Step step, int status) {}

    /** Empty when everything can be done. */
    public static Optional<FailedStep> look(Bucket bucket) {
        Step step = Step.REGION;
        try {
            DefaultAwsRegionProviderChain.builder().build().getRegion();
            step = Step.CREDENTIALS;
            try (DefaultCredentialsProvider credentials =
                    DefaultCredentialsProvider.builder().build()) {
                credentials.resolveCredentials();
            }
        } catch (SdkException e) {
            return Optional.of(new FailedStep(step, 0));
        }
        try (S3Client s3 = BlobStores.client(bucket)) {
            return new BucketProbe(s3, bucket).walk();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<FailedStep> walk() throws IOException {
        Path folder = Files.createTempDirectory("doctor");
        Path file = folder.resolve("bytes");
        try {
            return walk(new S3BlobStore(s3, bucket, folder), file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private Optional<FailedStep> walk(S3BlobStore store, Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.write(file, bytes);
        Step step = Step.REACH;
        try {
            s3.headBucket(head -> head.bucket(bucket.name()));
            step = Step.PUT;
            String key = store.put(file);
            Optional<FailedStep> unread = read(store, key, bytes);
            step = Step.DELETE;
            store.delete(key);
            return unread;
        } catch (SdkException | BlobException e) {
            return Optional.of(new FailedStep(step, status(e)));
        }
    }

    /** Whatever comes of it, the object is still to be deleted. */
    private static Optional<FailedStep> read(S3BlobStore store, String key, byte[] bytes) {
        try (InputStream in = store.open(key)) {
            boolean same = Arrays.equals(in.readAllBytes(), bytes);
            return same ? Optional.empty() : Optional.of(new FailedStep(Step.GET, 0));
        } catch (IOException e) {
            return Optional.of(new FailedStep(Step.GET, status(e)));
        }
    }

    private static int status(Throwable thrown) {
        Throwable answer = thrown instanceof BlobException ? thrown.getCause() : thrown;
        return answer instanceof S3Exception answered ? answered.statusCode() : 0;
    }
}
