package ai.meddoc.server.costs;

import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.TokenUsage;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger's lines in the database. */
@Singleton
public final class CostRows {

    private static final String INSERT =
            "INSERT INTO costs (at, day, tenant, document_id, model, estimated, input_tokens, write_5_minutes_tokens,"
                    + " write_1_hour_tokens, read_tokens, output_tokens, nano_dollars)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String DAYS = "SELECT day, model, COUNT(*) AS calls, SUM(estimated) AS estimated_calls,"
            + " COUNT(DISTINCT document_id) AS documents, SUM(input_tokens) AS input,"
            + " SUM(write_5_minutes_tokens + write_1_hour_tokens) AS written, SUM(read_tokens) AS read,"
            + " SUM(output_tokens) AS output, SUM(nano_dollars) AS nano FROM costs"
            + " WHERE tenant = ? AND day >= ? AND day <= ? GROUP BY day, model ORDER BY day, model";

    private final Database database;

    CostRows(Database database) {
        this.database = database;
    }

    /** All or none. */
    void insert(List<CallCost> costs) {
        database.write(connection -> {
            for (CallCost cost : costs) {
                insert(connection, cost);
            }
            return costs.size();
        });
    }

    private static void insert(Connection connection, CallCost cost) throws SQLException {
        TokenUsage usage = cost.usage();
        Row.change(
                connection,
                INSERT,
                cost.at().toEpochMilli(),
                LocalDate.ofInstant(cost.at(), ZoneOffset.UTC).toString(),
                cost.tenant(),
                documentId(cost),
                cost.model(),
                cost.estimated() ? 1 : 0,
                usage.input(),
                usage.write5Minutes(),
                usage.write1Hour(),
                usage.read(),
                usage.output(),
                cost.nanoDollars());
    }

    private static @Nullable Long documentId(CallCost cost) {
        return cost.document().isEmpty() ? null : Long.valueOf(cost.document());
    }

    /** A tenant's days with their models, the oldest first; days without a call are left out. */
    List<CostDay> days(String tenant, LocalDate from, LocalDate to) {
        return database.read(
                connection -> Row.list(connection, DAYS, CostRows::day, tenant, from.toString(), to.toString()));
    }

    /** What each tenant spent on a day, in nano-dollars. */
    Map<String, Long> spentOn(LocalDate day) {
        Map<String, Long> spent = new HashMap<>();
        database.read(connection -> Row.list(
                connection,
                "SELECT tenant, SUM(nano_dollars) AS nano FROM costs WHERE day = ? GROUP BY tenant",
                row -> spent.put(row.text("tenant"), row.number("nano")),
                day.toString()));
        return spent;
    }

    private static CostDay day(Row row) throws SQLException {
        return new CostDay(
                LocalDate.parse(row.text("day")),
                row.text("model"),
                row.number("documents"),
                row.number("calls"),
                row.number("estimated_calls"),
                row.number("input"),
                row.number("written"),
                row.number("read"),
                row.number("output"),
                CallCost.toMicro(row.number("nano")));
    }
}
