package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What became of what was acknowledged.
 *
 * @param lost not there, or other bytes than were sent
 * @param doubled documents stored twice for one key, results stored twice for one job, jobs done without a result
 * @param stuck acknowledged or stored, and not processed
 */
record Reckoning(int acknowledged, int lost, long doubled, long stuck) {

    private static final String UNFINISHED = "SELECT COUNT(*) FROM jobs WHERE state IN ('queued', 'running')";
    private static final String TWICE = "SELECT (SELECT COUNT(*) FROM (SELECT sha256 FROM documents GROUP BY sha256"
            + " HAVING COUNT(*) > 1) d) + (SELECT COUNT(*) FROM (SELECT job_id FROM analyses GROUP BY job_id"
            + " HAVING COUNT(*) > 1) a) + (SELECT COUNT(*) FROM jobs WHERE state = 'done' AND id NOT IN"
            + " (SELECT job_id FROM analyses))";

    /** Waits for what is still to be done. */
    static Reckoning of(Clients clients, Api api, Sql sql) throws SQLException, InterruptedException {
        for (int i = 0; i < 600 && sql.number(UNFINISHED) > 0; i++) {
            Thread.sleep(200);
        }
        int lost = 0;
        for (Map.Entry<Integer, Long> sent : clients.acknowledged().entrySet()) {
            Api.Reply file = api.get("/documents/" + sent.getValue() + "/file");
            boolean same = Arrays.equals(file.response().body(), Clients.content(sent.getKey()));
            lost += file.status() == 200 && same ? 0 : 1;
        }
        long processed = sql.number("SELECT COUNT(*) FROM documents WHERE state = 'processed'");
        long stuck = sql.number("SELECT COUNT(*) FROM documents") - processed;
        return new Reckoning(clients.acknowledged().size(), lost, sql.number(TWICE), stuck);
    }

    boolean holds() {
        return acknowledged > 0 && lost == 0 && doubled == 0 && stuck == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d lost, %d doubled, %d stuck of %,d acknowledged", lost, doubled, stuck, acknowledged);
    }
}
