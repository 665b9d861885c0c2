package ai.meddoc.server.evals;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.Row;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Evaluation reports in the database, as JSON. */
@Singleton
final class ReportRows {

    private static final int KEPT = 20;

    private final Database database;

    ReportRows(Database database) {
        this.database = database;
    }

    void insert(String report, long now) {
        database.write(connection -> {
            Row.change(connection, "INSERT INTO eval_reports (created_at, report) VALUES (?, ?)", now, report);
            return Row.change(
                    connection, "DELETE FROM eval_reports WHERE id <= (SELECT MAX(id) FROM eval_reports) - ?", KEPT);
        });
    }

    Optional<String> latest() {
        return database.read(connection -> Row.first(
                connection, "SELECT report FROM eval_reports ORDER BY id DESC LIMIT 1", row -> row.text("report")));
    }
}
