package ai.meddoc.server.doctor;

import ai.meddoc.server.database.Database;
import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.database.Databases;
import ai.meddoc.server.resealing.SealedRows;
import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.settings.DatabaseUrl;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which keys the database's sealed values need, and whether they are here. */
final class KeyCheck {

    private static final String SUBJECT = "keys";

    private KeyCheck() {}

    /** Says nothing where there is no database of ours yet, or trouble that another check names. */
    static List<CheckResult> of(Settings settings) {
        if (settings.database() instanceof DatabaseUrl.Sqlite sqlite && !Files.exists(sqlite.file())) {
            return List.of();
        }
        try (Database database = Databases.connect(settings.database())) {
            Path file = settings.encryptionKeys();
            EnvelopeKeys keys = file == null ? null : EnvelopeKeys.read(file);
            Map<String, Long> counts = new SealedRows(database).counts();
            return keys == null ? findings(counts, Set.of(), "") : findings(counts, keys.names(), keys.newestName());
        } catch (DatabaseException | SettingsException e) {
            return List.of();
        }
    }

    private static List<CheckResult> findings(Map<String, Long> counts, Set<String> here, String newest) {
        List<CheckResult> findings = new ArrayList<>();
        counts.forEach((name, values) -> {
            if (name.equals(SealedRows.CLEAR)) {
                if (!here.isEmpty()) {
                    findings.add(CheckResult.note(
                            SUBJECT, values + " values of the database are in clear: meddoc reseal seals them"));
                }
            } else if (!here.contains(name)) {
                findings.add(CheckResult.wrong(
                        SUBJECT,
                        values + " values of the database need key " + name
                                + ", which is not in ENCRYPTION_KEY_FILE: add it after the first"));
            } else if (name.equals(newest)) {
                findings.add(CheckResult.ok(SUBJECT, values + " values of the database under key " + name));
            } else {
                findings.add(CheckResult.note(
                        SUBJECT,
                        values + " values of the database under the old key " + name
                                + ": meddoc reseal puts them under the first"));
            }
        });
        return findings;
    }
}
