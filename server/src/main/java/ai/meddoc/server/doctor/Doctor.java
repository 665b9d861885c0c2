package ai.meddoc.server.doctor;

import ai.meddoc.server.doctor.CheckResult.Mark;
import ai.meddoc.server.settings.Bucket;
import ai.meddoc.server.settings.Environment;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks what the settings name: database, storage, who may call, and Claude where it is on. It starts no server, makes
 * nothing that stays, and asks nothing of the network that the server would not ask.
 */
public final class Doctor {

    private static final int FINE = 0;

    private final PrintStream out;

    public Doctor(PrintStream out) {
        this.out = out;
    }

    /** @return the exit code: a wrong setting outranks what is unavailable, for it is mended first */
    public int run(Environment environment) {
        List<CheckResult> findings = look(environment);
        findings.forEach(finding -> out.println(finding.line()));
        Set<Mark> marks = findings.stream().map(CheckResult::mark).collect(Collectors.toSet());
        if (marks.contains(Mark.WRONG_SETTING)) {
            return Mark.WRONG_SETTING.exitCode();
        }
        return marks.contains(Mark.UNAVAILABLE) ? Mark.UNAVAILABLE.exitCode() : FINE;
    }

    private static List<CheckResult> look(Environment environment) {
        try {
            return look(Settings.read(environment));
        } catch (SettingsException e) {
            return List.of(
                    CheckResult.wrong("settings", e.getMessage() + " (nothing else was checked: mend this first)"));
        }
    }

    private static List<CheckResult> look(Settings settings) {
        List<CheckResult> findings = new ArrayList<>();
        findings.add(CheckResult.ok("settings", "each is one that the server takes"));
        findings.addAll(DatabaseCheck.of(settings.database()));
        findings.add(FolderCheck.of(settings));
        findings.addAll(KeyCheck.of(settings));
        Bucket bucket = settings.bucket();
        if (bucket != null) {
            findings.add(BucketCheck.of(bucket));
        }
        findings.addAll(AccessCheck.of(settings));
        findings.add(ClaudeCheck.of(settings.claude()));
        return findings;
    }
}
