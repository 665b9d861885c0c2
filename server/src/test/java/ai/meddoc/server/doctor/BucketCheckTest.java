package ai.meddoc.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.blobs.BlobStores;
import ai.meddoc.server.blobs.S3Server;
import ai.meddoc.server.settings.Bucket;
import ai.meddoc.server.settings.GivenSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket that does all, and each step that can fail. */
final class BucketCheckTest {

    private static final Map<String, String> MACHINE =
            Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "us-east-1");

    @BeforeEach
    void haveARole() {
        MACHINE.forEach(System::setProperty);
    }

    @AfterEach
    void haveNone() {
        MACHINE.keySet().forEach(System::clearProperty);
    }

    @Test
    void putsReadsAndDeletes(@TempDir Path folder) throws IOException, InterruptedException {
        try (S3Server server = S3Server.start(folder)) {
            Bucket bucket = server.bucket();
            assertThat(BucketCheck.of(bucket).text()).endsWith("a small object was put, read and deleted");
            BlobStore store = BlobStores.open(GivenSettings.of(Map.of(
                    "STORAGE_BUCKET", bucket.name(),
                    "STORAGE_PREFIX", bucket.prefix(),
                    "STORAGE_ENDPOINT", String.valueOf(bucket.endpoint()),
                    "STORAGE_DIR", folder.toString())));
            List<String> left = new ArrayList<>();
            store.each(blob -> left.add(blob.key()));
            assertThat(left).isEmpty();

            Bucket other = new Bucket("no-such-bucket", "", bucket.endpoint(), null);
            assertThat(BucketCheck.of(other).text()).contains("names no bucket (404)");
        }
    }

    @Test
    void saysWhichStepIsRefused() throws IOException {
        assertThat(refusing("HEAD", 403)).contains("refuses this role or key");
        assertThat(refusing("HEAD", 301)).contains("in another region");
        assertThat(refusing("PUT", 403)).contains("could not be put (403)", "s3:PutObject");
        assertThat(refusing("GET", 403)).contains("could not be read (403)", "s3:GetObject");
        assertThat(refusing("DELETE", 403)).contains("could not be deleted (403)", "s3:DeleteObject");
    }

    @Test
    void saysThatNothingAnswers() {
        Bucket bucket = new Bucket("a-bucket", "", URI.create("http://127.0.0.1:1"), null);
        assertThat(BucketCheck.of(bucket).mark()).isEqualTo(CheckResult.Mark.UNAVAILABLE);
        assertThat(BucketCheck.of(bucket).text()).contains("does not answer");
    }

    /** A bucket that answers one method with a status, and else as one that keeps nothing. */
    private static String refusing(String method, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String query = exchange.getRequestURI().getQuery();
            boolean refused = exchange.getRequestMethod().equals(method)
                    || (method.equals("DELETE") && query != null && query.contains("versions"));
            exchange.sendResponseHeaders(refused ? status : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            return BucketCheck.of(new Bucket("a-bucket", "", endpoint, null)).text();
        } finally {
            server.stop(0);
        }
    }
}
