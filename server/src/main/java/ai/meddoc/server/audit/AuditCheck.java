package ai.meddoc.server.audit;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** {@code meddoc doctor --audit}: follows the chain of the database that the settings name. */
public final class AuditCheck {

    private static final int FINE = 0;
    private static final int BROKEN = 65;

    private final Settings settings;
    private final PrintStream out;

    public AuditCheck(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Follows the chain.
     *
     * @param words anchors that were noted elsewhere, {@code SEQ:MAC}
     * @return the exit code
     */
    public int run(List<String> words) {
        List<AuditAnchor> anchors = anchors(words);
        try (Database database = Databases.connect(settings.database())) {
            return print(follow(database, AuditFiles.key(settings), anchors), anchors.size());
        } catch (DatabaseException e) {
            throw new SettingsException(
                    "the database of DB_URL has no audit trail: the server makes it when it starts");
        }
    }

    /** Follows the chain of an open database and compares it with ends that were noted. */
    public static AuditReport follow(Database database, AuditKey key, List<AuditAnchor> anchors) {
        return database.read(new AuditVerifier(key, anchors)::verify);
    }

    private List<AuditAnchor> anchors(List<String> words) {
        List<AuditAnchor> anchors = new ArrayList<>();
        for (String word : words) {
            anchors.add(AuditAnchor.parse(word)
                    .orElseThrow(() -> new SettingsException("doctor --audit takes anchors only: NUMBER:SEAL")));
        }
        try {
            AuditAnchor.kept(AuditFiles.anchor(settings)).ifPresent(anchors::add);
        } catch (IOException e) {
            throw new SettingsException("STORAGE_DIR: the file audit.anchor cannot be read");
        }
        return anchors;
    }

    private int print(AuditReport report, int anchors) {
        String subject = report.rows() + " rows, " + anchors + " anchors";
        if (report.holds()) {
            out.println("ok   audit          " + subject + ": the chain holds");
        } else {
            out.println("!!   audit          " + subject + ": the chain does not hold");
            report.findings().forEach(finding -> out.println("                    " + finding));
        }
        out.println("     anchor         " + report.head() + "  (keep it elsewhere and give it to the next check)");
        return report.holds() ? FINE : BROKEN;
    }
}
