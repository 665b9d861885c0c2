package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Names and numbers of people go in by every door; none is in a log, problem, address, key or row of the trail. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class CanaryIT {

    private static final String NAME = "Zyxwaria Quillfeather";
    private static final String MRN = "MRN-77310459";
    private static final String SSN = "912-65-4329";
    private static final List<String> CANARIES = List.of("Zyxwaria", "Quillfeather", "77310459", "912-65-4329");
    private static final String PLANTED = NAME + " " + MRN + " " + SSN;
    private static final String NOTE = Samples.NOTE + "\nPatient: " + PLANTED + "\n";

    private static final List<Api.Reply> REPLIES = new ArrayList<>();

    private static Path folder;
    private static RunningServer server;
    private static People people;

    @BeforeAll
    static void start(@TempDir Path temp) {
        folder = temp;
        server = RunningServer.start(temp, People.SETTINGS);
        people = People.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void plantsThemEverywhere() {
        for (String role : List.of("provider", "auditor")) {
            documents(people.as(role));
            texts(people.as(role));
            addresses(people.as(role));
        }
        accounts();
        assertThat(REPLIES).hasSizeGreaterThan(60);
        assertThat(REPLIES.stream().filter(reply -> reply.status() >= 400)).hasSizeGreaterThan(30);
        assertThat(REPLIES.stream().filter(reply -> reply.status() >= 500)).isEmpty();
    }

    private static void documents(People.Caller caller) {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        byte[] broken = ("%PDF-1.7\n" + PLANTED + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
        keep(caller.upload(PLANTED + ".txt", note, Map.of()));
        keep(caller.upload(PLANTED + ".pdf", broken, Map.of()));
        keep(caller.send(
                caller.api().uploadRequest(PLANTED + ".txt", note, Map.of()).header("Prefer", "respond-async")));
        for (String name :
                List.of("../" + PLANTED, "=" + PLANTED, "<b>" + PLANTED, PLANTED + "\u202E", PLANTED + "\0")) {
            keep(caller.upload(name, note, Map.of()));
        }
        for (String field : List.of("document_type_hint", "encounter", "date_of_service", "run_pipeline", PLANTED)) {
            keep(caller.upload("a.txt", note, Map.of(field, PLANTED)));
        }
        for (String path : List.of("/documents/1", "/documents/1/text", "/documents/1/file", "/documents")) {
            keep(caller.get(path));
        }
    }

    private static void texts(People.Caller caller) {
        for (String path : List.of("/classify", "/extract-codes", "/summarize")) {
            keep(caller.post(path, "{\"document_text\":\"" + PLANTED + " has asthma.\"}"));
            keep(caller.post(path, "{\"document_text\":\"a\",\"document_type\":\"" + PLANTED + "\"}"));
            keep(caller.post(path, "{\"document_text\":\"a\",\"encounter\":\"" + PLANTED + "\"}"));
            keep(caller.post(path, "{\"document_text\":{\"" + PLANTED + "\":1}}"));
            keep(caller.post(path, "{\"" + PLANTED));
            keep(caller.post(path, PLANTED));
        }
    }

    private static void addresses(People.Caller caller) {
        String encoded = URLEncoder.encode(PLANTED, StandardCharsets.UTF_8).replace("+", "%20");
        for (String path : List.of(
                "/documents/" + encoded,
                "/documents?document_type=" + encoded,
                "/documents?from=" + encoded,
                "/documents?state=" + encoded,
                "/documents?limit=" + encoded,
                "/jobs/" + encoded,
                "/codes/" + encoded,
                "/codes?q=" + encoded,
                "/audit?actor=" + encoded,
                "/audit?from=" + encoded,
                "/users/" + encoded,
                "/problems/" + encoded,
                "/" + encoded)) {
            keep(caller.get(path));
            keep(caller.delete(path));
        }
        keep(caller.send(caller.api()
                .request("/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + MRN)
                .POST(BodyPublishers.ofString(PLANTED))));
        keep(caller.with("Prefer", PLANTED).with("Accept", "text/" + MRN).get("/documents"));
    }

    private static void accounts() {
        keep(server.api().post("/session", People.credentials(PLANTED, PLANTED)));
        keep(server.api().post("/session", "{\"" + PLANTED));
        keep(server.api().post("/setup", People.setUp(PLANTED)));
        keep(people.bearer(MRN).get("/documents"));
        keep(people.as("admin").post("/users", People.credentials(PLANTED, PLANTED)));
        keep(people.as("admin").post("/api-keys", "{\"name\":\"" + PLANTED + "\",\"permissions\":[\"" + SSN + "\"]}"));
    }

    private static void keep(Api.Reply reply) {
        REPLIES.add(reply);
    }

    @Test
    @Order(2)
    void leavesNoneInProblems() {
        REPLIES.stream()
                .filter(reply -> reply.status() >= 400)
                .forEach(reply -> assertThat(reply.text()).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new)));
    }

    @Test
    @Order(2)
    void leavesNoneInHeadersAndAddresses() {
        for (Api.Reply reply : REPLIES) {
            Map<String, List<String>> headers =
                    new HashMap<>(reply.response().headers().map());
            // The download's own name, for the person who may download it.
            headers.remove("content-disposition");
            assertThat(headers.toString()).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
        }
    }

    @Test
    @Order(3)
    void leavesNoneInTheLog() throws IOException {
        assertThat(server.log()).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
    }

    @Test
    @Order(3)
    void leavesNoneInKeysAndFileNames() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(name).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new)));
        }
    }

    @Test
    @Order(3)
    void leavesNoneInTheTrail() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM audit_events")) {
            int seen = 0;
            for (; rows.next(); seen++) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    assertThat(String.valueOf(rows.getString(i)))
                            .doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
                }
            }
            assertThat(seen).isGreaterThan(20);
        }
    }
}
