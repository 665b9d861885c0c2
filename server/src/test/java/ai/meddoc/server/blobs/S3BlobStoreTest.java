package ai.meddoc.server.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.server.settings.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3BlobStoreTest extends BlobStoreContract {

    private Path folder = Path.of("");
    private @Nullable S3Server server;
    private @Nullable S3Client client;

    @BeforeAll
    void start(@TempDir Path fresh) throws IOException, InterruptedException {
        folder = fresh;
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        System.setProperty("aws.region", "us-east-1");
        server = S3Server.start(folder);
        client = BlobStores.client(server().bucket());
    }

    @AfterAll
    void stop() {
        server().close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        System.clearProperty("aws.region");
    }

    private S3Server server() {
        return Objects.requireNonNull(server);
    }

    private S3Client client() {
        return Objects.requireNonNull(client);
    }

    @Override
    BlobStore store() throws IOException {
        return new S3BlobStore(client(), server().bucket(), folder.resolve("incoming"));
    }

    @Override
    void damage(String key, byte[] bytes) {
        client().putObject(put -> put.bucket(S3Server.BUCKET).key("documents/" + key), RequestBody.fromBytes(bytes));
    }

    @Test
    void nothingStaysOfADeletedObjectWhereTheBucketKeepsVersions() throws IOException {
        Bucket kept =
                new Bucket("keeps-versions", "documents/", server().bucket().endpoint(), null);
        client().createBucket(create -> create.bucket(kept.name()));
        client().putBucketVersioning(put ->
                put.bucket(kept.name()).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)));
        S3BlobStore store = new S3BlobStore(client(), kept, folder.resolve("incoming"));
        Path file = Files.writeString(Files.createTempFile(folder, "upload", null), "some bytes");
        String key = store.put(file);
        client().putObject(
                        put -> put.bucket(kept.name()).key("documents/" + key), RequestBody.fromString("other bytes"));
        client().deleteObject(delete -> delete.bucket(kept.name()).key("documents/" + key));
        assertThat(versions(kept, key)).as("two versions and a mark").isEqualTo(3);

        store.delete(key);

        assertThat(versions(kept, key)).isZero();
    }

    private int versions(Bucket bucket, String key) {
        var all = client().listObjectVersions(list -> list.bucket(bucket.name()).prefix("documents/" + key));
        return all.versions().size() + all.deleteMarkers().size();
    }

    @Test
    void theBucketHoldsTheChecksum() throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "upload", null), "some bytes");
        String key = store().put(file);

        assertThat(client().headObject(head -> head.bucket(S3Server.BUCKET)
                                .key("documents/" + key)
                                .checksumMode("ENABLED"))
                        .checksumSHA256())
                .isNotBlank();
    }

    @Test
    void aBucketThatIsNotThereIsNotReadyAndKeepsNothing() throws IOException {
        Bucket other = new Bucket("no-such-bucket", "", server().bucket().endpoint(), null);
        S3BlobStore store = new S3BlobStore(client(), other, folder.resolve("incoming"));
        Path file = Files.writeString(Files.createTempFile(folder, "upload", null), "some bytes");

        assertThat(store.isReady()).isFalse();
        assertThatThrownBy(() -> store.put(file))
                .isInstanceOf(IOException.class)
                .hasMessage("the bucket answered 404");
        assertThat(Files.exists(file)).isTrue();
    }
}
