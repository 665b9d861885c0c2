package ai.meddoc.server.blobs;

import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.settings.Bucket;
import ai.meddoc.server.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Opens the store that the settings name. */
public final class BlobStores {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(60);

    private BlobStores() {}

    /** @throws IOException if the folder cannot be made or written */
    public static BlobStore open(Settings settings) throws IOException {
        Bucket bucket = settings.bucket();
        BlobStore store = bucket == null
                ? new DiskBlobStore(settings.storageDir())
                : new S3BlobStore(client(bucket), bucket, settings.storageDir().resolve("incoming"));
        Path keys = settings.encryptionKeys();
        return keys == null ? store : new EncryptedBlobStore(store, EnvelopeKeys.read(keys));
    }

    /** @throws ai.meddoc.server.settings.SettingsException if the file of keys cannot be read or holds something else */
    public static void checkKeys(Settings settings) {
        Path keys = settings.encryptionKeys();
        if (keys != null) {
            EnvelopeKeys.read(keys);
        }
    }

    static S3Client client(Bucket bucket) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(READ))
                .overrideConfiguration(all -> all.apiCallTimeout(WHOLE_CALL));
        if (bucket.endpoint() != null) {
            // Servers other than AWS seldom resolve a host name for each bucket.
            builder.endpointOverride(bucket.endpoint()).forcePathStyle(true);
        }
        return builder.build();
    }
}
