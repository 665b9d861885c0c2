package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Names and numbers of people go in by every door; none is in a log, figure, trace, webhook, problem, address, key or row
 * of the trail.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class CanaryContract {

    private static final String[] CANARIES = {"Zyxwaria", "Quillfeather", "77310459", "912-65-4329"};

    abstract CanaryHouse house();

    abstract Connection connect() throws SQLException;

    @Test
    @Order(1)
    void plantsThemEverywhere() {
        house().planter().everywhere();

        assertThat(replies()).hasSizeGreaterThan(150);
        assertThat(replies().stream().filter(reply -> reply.status() >= 400)).hasSizeGreaterThan(60);
        assertThat(replies().stream()
                        .filter(reply -> reply.status() >= 500)
                        .map(reply -> reply.response().request().method() + " "
                                + reply.response().request().uri().getPath() + " " + reply.text()))
                .isEmpty();
    }

    private List<Api.Reply> replies() {
        return List.copyOf(house().planter().replies());
    }

    @Test
    @Order(2)
    void leavesNoneInProblems() {
        replies().stream().filter(reply -> reply.status() >= 400).forEach(reply -> assertNone(reply.text()));
    }

    @Test
    @Order(2)
    void leavesNoneInHeadersAndAddresses() {
        for (Api.Reply reply : replies()) {
            Map<String, List<String>> headers =
                    new HashMap<>(reply.response().headers().map());
            // The download's own name, for the person who may download it.
            headers.remove("content-disposition");
            // The next page of a search repeats it, to the person who searched.
            headers.remove("link");
            assertNone(headers.toString());
        }
    }

    @Test
    @Order(3)
    void leavesNoneInTheLog() throws IOException {
        String log = house().server().log();
        assertNone(log);
        assertThat(log).doesNotContain(CanaryPlanter.STAFF);
    }

    @Test
    @Order(3)
    void leavesNoneInTheFigures() {
        Api.Reply figures = house().people().key("observe").get("/metrics");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.text()).contains("route=\"/documents/{id}\"", "meddoc_jobs_ended_total");
        assertNone(figures.text());
    }

    /** What a reader of files prints may quote them: it is kept from everybody. */
    @Test
    @Order(3)
    @EnabledOnOs(OS.LINUX)
    void leavesNoneInWhatReadersPrint() throws IOException {
        List<Long> children = ProcessHandle.of(house().server().pid())
                .orElseThrow()
                .descendants()
                .map(ProcessHandle::pid)
                .toList();
        assertThat(children).isNotEmpty();
        for (long child : children) {
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + child + "/fd/2")))
                    .isEqualTo(Path.of("/dev/null"));
        }
    }

    @Test
    @Order(3)
    void leavesNoneInKeysAndFileNames() throws IOException {
        try (Stream<Path> files = Files.walk(house().folder())) {
            assertThat(files.map(Path::toString)).hasSizeGreaterThan(5).allSatisfy(CanaryContract::assertNone);
        }
    }

    @Test
    @Order(3)
    void leavesNoneInTheTrail() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM audit_events")) {
            int seen = 0;
            for (; rows.next(); seen++) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    assertNone(String.valueOf(rows.getString(i)));
                }
            }
            assertThat(seen).isGreaterThan(20);
        }
    }

    @Test
    @Order(3)
    void leavesNoneInWebhooks() throws InterruptedException {
        assertThat(house().awaitHook("job.failed")).contains("job.done");
        assertNone(house().hooks());
    }

    /** A server that stops sends the spans that it still has. */
    @Test
    @Order(4)
    void leavesNoneInTraces() {
        house().server().close();

        assertThat(house().traces()).contains("POST /documents", "GET /codes/{code}", "GET unknown", "extract", "job");
        assertNone(house().traces());
        assertNone(house().hooks());
    }

    static void assertNone(String text) {
        for (String canary : CANARIES) {
            int at = text.toLowerCase(java.util.Locale.ROOT).indexOf(canary.toLowerCase(java.util.Locale.ROOT));
            assertThat(at < 0 ? "" : text.substring(Math.max(0, at - 400), Math.min(text.length(), at + 100)))
                    .as("around %s", canary)
                    .isEmpty();
        }
    }
}
