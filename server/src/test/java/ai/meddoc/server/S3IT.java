package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.blobs.S3Server;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server on a bucket: uploads through it and past it, downloads, what is damaged, what is deleted. */
final class S3IT {

    private static final Contract CONTRACT = new Contract();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static @Nullable S3Server bucket;
    private static @Nullable RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        Map<String, String> credentials =
                Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test", "aws.region", "us-east-1");
        credentials.forEach(System::setProperty);
        S3Server started = S3Server.start(folder);
        credentials.keySet().forEach(System::clearProperty);
        bucket = started;
        server = RunningServer.start(
                folder,
                Map.of(
                        "STORAGE_BUCKET",
                        S3Server.BUCKET,
                        "STORAGE_PREFIX",
                        "documents/",
                        "STORAGE_ENDPOINT",
                        String.valueOf(started.bucket().endpoint()),
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_REGION",
                        "us-east-1"));
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(server).close();
        Objects.requireNonNull(bucket).close();
    }

    private static Api api() {
        return Objects.requireNonNull(server).api();
    }

    @Test
    void keepsAndGivesBackThroughTheServer() throws Exception {
        long id = api().upload("a.txt", Samples.note(), Map.of())
                .json()
                .path("document_id")
                .asLong();
        assertThat(api().get("/documents/" + id + "/file").response().body()).isEqualTo(Samples.note());

        Api.Reply permit = api().get("/documents/" + id + "/download");
        CONTRACT.check(permit.json(), "DownloadReply");
        URI url = URI.create(permit.json().path("url").asText());
        assertThat(url.toString()).contains("X-Amz-Expires=60");
        assertThat(CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(Samples.note());
        assertThat(api().delete("/documents/" + id).status()).isEqualTo(204);
        assertThat(CLIENT.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void makesADocumentOfWhatWasSentPastTheServer() throws Exception {
        JsonNode announced = announce(Samples.note()).json();
        CONTRACT.check(announced, "DirectUploadReply");
        String complete = "/direct-uploads/" + announced.path("upload_id").asLong() + "/complete";
        Problems.assertProblem(CONTRACT, api().post(complete, ""), 409);

        assertThat(send(announced, Samples.note()).statusCode()).isEqualTo(200);
        JsonNode reply = api().post(complete, "").json();
        CONTRACT.check(reply, "UploadReply");
        assertThat(reply.path("processed").asBoolean()).isTrue();
        long id = reply.path("document_id").asLong();
        JsonNode document = api().get("/documents/" + id).json();
        assertThat(document.path("original_filename").asText()).isEqualTo("direct.txt");
        assertThat(document.path("content_type").asText()).isEqualTo("text/plain");
        assertThat(api().get("/documents/" + id + "/file").response().body()).isEqualTo(Samples.note());
        assertThat(api().post(complete, "").json().path("document_id").asLong())
                .as("asked again")
                .isEqualTo(id);
    }

    @Test
    void leavesARowOfWhatGoesPastTheServer() throws Exception {
        JsonNode announced = announce(Samples.note()).json();
        send(announced, Samples.note());
        String complete = "/direct-uploads/" + announced.path("upload_id").asLong() + "/complete";
        long id = api().post(complete, "").json().path("document_id").asLong();
        api().get("/documents/" + id + "/download");
        JsonNode rows = api().get("/audit?limit=3").json();
        assertThat(rows.findValuesAsText("route"))
                .containsExactly(
                        "GET /documents/{id}/download", "POST /direct-uploads/{id}/complete", "POST /direct-uploads");
        assertThat(rows.findValuesAsText("action")).containsExactly("export", "create", "create");
        assertThat(rows.findValuesAsText("outcome")).containsOnly("done");
        assertThat(rows.findValuesAsText("document_id")).containsExactly(id + "", id + "", "null");
    }

    @Test
    void makesNothingOfWhatWasNotAnnounced() throws Exception {
        JsonNode announced = announce(Samples.note()).json();
        byte[] other = Samples.note();
        other[0]++;
        int refused = send(announced, other).statusCode();
        Api.Reply complete =
                api().post("/direct-uploads/" + announced.path("upload_id").asLong() + "/complete", "");
        Problems.assertProblem(CONTRACT, complete, 409);
        assertThat(refused).as("the bucket checks the sum too").isGreaterThanOrEqualTo(400);
        assertThat(api().post("/direct-uploads", "{\"filename\":\"a.txt\",\"size_bytes\":1,\"sha256\":\"x\"}")
                        .status())
                .isEqualTo(400);
        String huge = "{\"filename\":\"a.txt\",\"size_bytes\":99999999999,\"sha256\":\"" + "a".repeat(64) + "\"}";
        assertThat(api().post("/direct-uploads", huge).status()).isEqualTo(413);
    }

    @Test
    void saysNothingOfTheDocumentInAnAddress() throws Exception {
        String url = announce(Samples.note()).json().path("url").asText();
        assertThat(url).doesNotContain("direct.txt").contains("X-Amz-Signature=", "X-Amz-Expires=900");
    }

    private static Api.Reply announce(byte[] bytes) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        return api().post(
                        "/direct-uploads",
                        "{\"filename\":\"direct.txt\",\"size_bytes\":" + bytes.length + ",\"sha256\":\"" + sha256
                                + "\"}");
    }

    private static HttpResponse<String> send(JsonNode announced, byte[] bytes) throws Exception {
        HttpRequest.Builder put = HttpRequest.newBuilder(
                        URI.create(announced.path("url").asText()))
                .PUT(BodyPublishers.ofByteArray(bytes));
        announced.path("headers").properties().stream()
                .filter(header -> !Set.of("content-length").contains(header.getKey()))
                .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
        return CLIENT.send(put.build(), BodyHandlers.ofString());
    }
}
