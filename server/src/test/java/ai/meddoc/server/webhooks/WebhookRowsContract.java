package ai.meddoc.server.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised of telling, whichever database there is. */
abstract class WebhookRowsContract {

    private static final String RECEIVER = "https://ehr.example.org/secret-path";

    private WebhookRows rows;
    private long document;

    abstract Database database();

    @BeforeEach
    void begin() {
        database().write(connection -> Row.change(connection, "DELETE FROM documents"));
        rows = new WebhookRows(database());
        document = database()
                .write(connection -> Row.first(
                        connection,
                        "INSERT INTO documents (original_filename, created_at, storage_key, content_type, size_bytes,"
                                + " sha256, state) VALUES ('a.txt', 0, 'k', 'text/plain', 1, '00', 'stored') RETURNING id",
                        row -> row.number("id")))
                .orElseThrow();
    }

    private long ended() {
        long job = database()
                .write(connection -> Row.first(
                        connection,
                        "INSERT INTO jobs (document_id, state, attempts, fence, lease_until, created_at)"
                                + " VALUES (?, 'done', 1, 1, 0, 0) RETURNING id",
                        row -> row.number("id"),
                        document))
                .orElseThrow();
        Webhooks webhooks = new Webhooks(List.of(URI.create(RECEIVER)));
        return database().write(connection -> {
            webhooks.jobEnded(connection, job, "done", 10);
            return job;
        });
    }

    @Test
    void isTakenByOneUntilItsTimeIsOver() {
        long job = ended();
        long id = rows.due(10, 9).getFirst();
        Delivery delivery = rows.take(id, 10, 100).orElseThrow();
        assertThat(delivery.body())
                .isEqualTo("{\"id\":" + id + ",\"event\":\"job.done\",\"job_id\":" + job + ",\"document_id\":"
                        + document + ",\"at\":\"1970-01-01T00:00:00.010Z\"}");
        assertThat(rows.take(id, 99, 200)).isEmpty();
        assertThat(rows.take(id, 100, 200).orElseThrow().attempts()).isEqualTo(2);
    }

    @Test
    void isToldAgainLaterAndNeverOnceHeard() {
        ended();
        long id = rows.due(10, 9).getFirst();
        rows.take(id, 10, 100);
        rows.later(id, 503, 50);
        assertThat(rows.due(49, 9)).isEmpty();
        assertThat(rows.due(50, 9)).containsExactly(id);
        rows.take(id, 50, 100);
        rows.delivered(id, 204, 60);
        assertThat(rows.due(1_000, 9)).isEmpty();
        assertThat(rows.list("default", "delivered", Long.MAX_VALUE, 9))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.status()).isEqualTo(204);
                    assertThat(told.attempts()).isEqualTo(2);
                    assertThat(told.receiver()).isEqualTo("https://ehr.example.org");
                });
        assertThat(rows.list("other", null, Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void isTriedAgainWhenAPersonSaysSoAndGoesWithItsDocument() {
        ended();
        long id = rows.due(10, 9).getFirst();
        rows.take(id, 10, 100);
        rows.failed(id, null, 20);
        assertThat(retry(id, "other")).isZero();
        assertThat(retry(id, "default")).isEqualTo(1);
        assertThat(retry(id, "default")).as("it waits already").isZero();
        assertThat(rows.due(30, 9)).containsExactly(id);
        database().write(connection -> Row.change(connection, "DELETE FROM documents"));
        assertThat(rows.due(30, 9)).isEmpty();
    }

    private long retry(long id, String tenant) {
        return database()
                .write(connection ->
                        WebhookRows.retry(connection, id, tenant, 30).stream().count());
    }
}
