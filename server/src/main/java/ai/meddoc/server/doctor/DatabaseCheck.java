package ai.meddoc.server.doctor;

import ai.meddoc.server.database.DatabaseProbe;
import ai.meddoc.server.database.DatabaseProbe.Found;
import ai.meddoc.server.database.DatabaseTrouble;
import ai.meddoc.server.settings.DatabaseUrl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the database can be reached, encrypted where it must be, has our schema and takes writes. */
final class DatabaseCheck {

    private static final String SUBJECT = "database";
    private static final long LEAST_BYTES = 256L << 20;

    private DatabaseCheck() {}

    static List<CheckResult> of(DatabaseUrl url) {
        return switch (url) {
            case DatabaseUrl.Sqlite sqlite -> file(sqlite);
            case DatabaseUrl.Postgres postgres -> server(postgres);
        };
    }

    /** One that does not exist is not made: it would be the doctor's user's. */
    private static List<CheckResult> file(DatabaseUrl.Sqlite url) {
        Path file = url.file().toAbsolutePath().normalize();
        Path folder = file.getParent();
        CheckResult place = FolderCheck.of(folder == null ? file : folder, LEAST_BYTES);
        if (!place.mark().equals(CheckResult.Mark.OK)) {
            return List.of(CheckResult.unavailable(
                    SUBJECT, "DB_URL: the folder of " + file + " cannot be made or written, or is nearly full"));
        }
        if (!Files.exists(file)) {
            return List.of(CheckResult.ok(SUBJECT, file + " is made by the server's first start"));
        }
        return findings("SQLite, " + file, DatabaseProbe.look(url));
    }

    private static List<CheckResult> server(DatabaseUrl.Postgres url) {
        URI address = URI.create(url.jdbcUrl().substring("jdbc:".length()));
        String host = String.valueOf(address.getHost());
        Found found = DatabaseProbe.look(url);
        List<CheckResult> findings = new ArrayList<>(
                findings("PostgreSQL at " + host + (found.encrypted() ? ", by TLS" : ", without TLS"), found));
        if (found.trouble().isEmpty() && !found.encrypted() && !AccessCheck.isThisMachine(host)) {
            findings.add(CheckResult.note(
                    SUBJECT, "documents' text crosses the network in the clear: add ?sslmode=verify-full to DB_URL"));
        }
        return findings;
    }

    private static List<CheckResult> findings(String where, Found found) {
        return List.of(found.trouble()
                .map(trouble -> CheckResult.unavailable(SUBJECT, advice(trouble)))
                .orElseGet(() -> CheckResult.ok(SUBJECT, where + ", takes writes; " + migrations(found))));
    }

    private static String migrations(Found found) {
        if (found.pending() == 0) {
            return found.applied() + " migrations, none waits";
        }
        return found.applied() + " migrations, " + found.pending() + " wait for the server's next start";
    }

    private static String advice(DatabaseTrouble trouble) {
        return switch (trouble) {
            case UNREACHABLE ->
                "the server of DB_URL does not answer: check that it runs, its address and port, and that a firewall or"
                        + " security group lets this machine in";
            case NO_TLS ->
                "the server of DB_URL and this machine agree on no TLS: check sslmode, and sslrootcert for the"
                        + " authority that signed its certificate";
            case LOGIN ->
                "the server of DB_URL refuses the user, the password (DB_USER, DB_PASSWORD) or a connection without TLS";
            case NO_SUCH_DATABASE -> "the server of DB_URL has no database of that name: create it, or mend the name";
            case TOO_MANY_CONNECTIONS ->
                "the server of DB_URL takes no more connections: stop a server, or raise max_connections";
            case CANNOT_OPEN_FILE -> "the file of DB_URL cannot be opened: check its owner and permissions";
            case NOT_A_DATABASE -> "the file of DB_URL is no database, or is damaged: restore it, or name another";
            case OF_OTHERS -> "the database of DB_URL holds tables that are not ours: name an empty one";
            case SCHEMA_CHANGED ->
                "the tables of DB_URL are not as the migrations make them, so the server will not start: restore a"
                        + " backup (docs/runbook.md)";
            case BUSY -> "the database of DB_URL is locked by another program: stop it, or wait";
            case FULL -> "the disk of the database of DB_URL is full: make room";
            case READ_ONLY ->
                "the database of DB_URL takes no writes: check that it is no replica, and what its user or the"
                        + " file's owner may";
        };
    }
}
