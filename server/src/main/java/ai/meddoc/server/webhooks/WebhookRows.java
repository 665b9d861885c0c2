package ai.meddoc.server.webhooks;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What receivers are told, in the database. Instants are milliseconds since 1970. */
@Singleton
final class WebhookRows {

    private static final String LOG = "SELECT w.id, w.job_id, w.document_id, w.url, w.event, w.state, w.attempts,"
            + " w.status, w.created_at, w.finished_at FROM webhook_deliveries w"
            + " JOIN documents d ON d.id = w.document_id WHERE d.tenant = ?";

    private final Database database;

    WebhookRows(Database database) {
        this.database = database;
    }

    static void insert(Connection connection, long job, String url, String event, long now) throws SQLException {
        Row.change(
                connection,
                "INSERT INTO webhook_deliveries (job_id, document_id, url, event, state, attempts, next_at, created_at)"
                        + " VALUES (?, (SELECT document_id FROM jobs WHERE id = ?), ?, ?, 'queued', 0, ?, ?)",
                job,
                job,
                url,
                event,
                now,
                now);
    }

    List<Long> due(long now, int limit) {
        return database.read(connection -> Row.list(
                connection,
                "SELECT id FROM webhook_deliveries WHERE state = 'queued' AND next_at <= ? ORDER BY next_at, id LIMIT"
                        + " ?",
                row -> row.number("id"),
                now,
                limit));
    }

    /** Takes one that is due: of any number of servers that try, one succeeds, until the time given. */
    Optional<Delivery> take(long id, long now, long until) {
        return database.write(connection -> {
            int taken = Row.change(
                    connection,
                    "UPDATE webhook_deliveries SET attempts = attempts + 1, next_at = ?"
                            + " WHERE id = ? AND state = 'queued' AND next_at <= ?",
                    until,
                    id,
                    now);
            return taken == 0
                    ? Optional.empty()
                    : Row.first(
                            connection,
                            "SELECT id, job_id, document_id, url, event, attempts, created_at FROM webhook_deliveries"
                                    + " WHERE id = ?",
                            WebhookRows::delivery,
                            id);
        });
    }

    void delivered(long id, int status, long now) {
        end(id, "delivered", status, now);
    }

    /** @param status null where there was no answer */
    void later(long id, @Nullable Integer status, long notBefore) {
        database.write(connection -> Row.change(
                connection,
                "UPDATE webhook_deliveries SET status = ?, next_at = ? WHERE id = ? AND state = 'queued'",
                status,
                notBefore,
                id));
    }

    void failed(long id, @Nullable Integer status, long now) {
        end(id, "failed", status, now);
    }

    private void end(long id, String state, @Nullable Integer status, long now) {
        database.write(connection -> Row.change(
                connection,
                "UPDATE webhook_deliveries SET state = ?, status = ?, finished_at = ? WHERE id = ?",
                state,
                status,
                now,
                id));
    }

    /** Tries one again that was given up; empty if the tenant has none such. */
    static Optional<DeliveryJson> retry(Connection connection, long id, String tenant, long now) throws SQLException {
        int queued = Row.change(
                connection,
                "UPDATE webhook_deliveries SET state = 'queued', attempts = 0, next_at = ?, finished_at = NULL"
                        + " WHERE id = ? AND state = 'failed'"
                        + " AND document_id IN (SELECT id FROM documents WHERE tenant = ?)",
                now,
                id,
                tenant);
        return queued == 0
                ? Optional.empty()
                : Row.first(connection, LOG + " AND w.id = ?", WebhookRows::json, tenant, id);
    }

    List<DeliveryJson> list(String tenant, @Nullable String state, long before, int limit) {
        List<Object> values = new ArrayList<>(List.of(tenant, before));
        if (state != null) {
            values.add(state);
        }
        values.add(limit);
        return database.read(connection -> Row.list(
                connection,
                LOG + " AND w.id < ?" + (state == null ? "" : " AND w.state = ?") + " ORDER BY w.id DESC LIMIT ?",
                WebhookRows::json,
                values.toArray()));
    }

    private static Delivery delivery(Row row) throws SQLException {
        return new Delivery(
                row.number("id"),
                row.number("job_id"),
                row.number("document_id"),
                URI.create(row.text("url")),
                row.text("event"),
                (int) row.number("attempts"),
                Instant.ofEpochMilli(row.number("created_at")));
    }

    private static DeliveryJson json(Row row) throws SQLException {
        Long status = row.numberOrNull("status");
        Long finished = row.numberOrNull("finished_at");
        return new DeliveryJson(
                row.number("id"),
                row.number("job_id"),
                row.number("document_id"),
                DeliveryJson.origin(row.text("url")),
                row.text("event"),
                row.text("state"),
                (int) row.number("attempts"),
                status == null ? null : status.intValue(),
                Instant.ofEpochMilli(row.number("created_at")),
                finished == null ? null : Instant.ofEpochMilli(finished));
    }
}
