package ai.meddoc.cli;

import ai.meddoc.claude.Claude;
import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.claude.KeyCheck;
import ai.meddoc.cli.output.Terminal;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmReleases;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code meddoc doctor}: what is there, what is not, and what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks that everything needed is there; each finding says what to do.",
        footer = {"", "Example:", "  meddoc doctor"})
final class DoctorCommand implements Callable<Integer> {

    private static final long LEAST_MEMORY = 256L << 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private record Check(boolean fine, String subject, String finding) {}

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(true, "java", Runtime.version() + ", " + System.getProperty("java.vendor")));
        checks.add(memory());
        checks.add(terminology());
        checks.add(folder());
        checks.add(engine());
        checks.add(claude());
        checks.add(terminal());
        PrintWriter out = spec.commandLine().getOut();
        for (Check check : checks) {
            out.printf("%-4s %-14s %s%n", check.fine() ? "ok" : "!!", check.subject(), check.finding());
        }
        return checks.stream().allMatch(Check::fine) ? ExitCodes.OK : ExitCodes.UNAVAILABLE;
    }

    private static Check memory() {
        long most = Runtime.getRuntime().maxMemory();
        boolean enough = most >= LEAST_MEMORY;
        String advice = enough ? "" : "; give Java at least 256 MB (JAVA_TOOL_OPTIONS=-Xmx512m)";
        return new Check(enough, "memory", (most >> 20) + " MB for documents" + advice);
    }

    private static Check terminology() {
        try {
            Icd10CmReleases releases = Releases.atHand();
            Icd10Cm newest = releases.newest();
            return new Check(
                    true,
                    "terminology",
                    String.format(
                            Locale.ROOT,
                            "%d release%s, newest %s with %,d codes and categories",
                            releases.dates().size(),
                            releases.dates().size() == 1 ? "" : "s",
                            newest.release(),
                            newest.size()));
        } catch (RuntimeException e) {
            return new Check(false, "terminology", e.getMessage() + " Remove it from " + Releases.folder() + ".");
        }
    }

    private static Check folder() {
        Path folder = Releases.folder();
        if (!Files.exists(folder)) {
            return new Check(true, "imports", "none yet; 'meddoc terminology import' keeps them in " + folder);
        }
        boolean usable = Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
        String advice = usable ? "" : " cannot be written; change its owner, or set " + Releases.SETTING;
        return new Check(usable, "imports", folder + advice);
    }

    private static Check engine() {
        try {
            EngineChoice.local.load();
            return new Check(true, "engine", "local: needs no network, key or licence");
        } catch (RuntimeException e) {
            return new Check(false, "engine", "local does not start: " + e.getMessage());
        }
    }

    /** Off is fine; switched on, key and model must be good, and the model must not be about to end. */
    private static Check claude() {
        try {
            ClaudeSettings settings = ClaudeRun.settings();
            if (!settings.enabled()) {
                return new Check(
                        true, "claude", "off: no text leaves this machine (USE_CLAUDE_REAL=true switches it on)");
            }
            List<String> findings = new ArrayList<>(Claude.warnings(settings, InstantSource.system()));
            if (settings.hasCredentials()) {
                KeyCheck.trouble(settings).ifPresent(findings::add);
            }
            String fine = settings.model() + " answers; de-identification "
                    + settings.policy().mode().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return new Check(findings.isEmpty(), "claude", findings.isEmpty() ? fine : String.join(" ", findings));
        } catch (CommandFailure e) {
            return new Check(false, "claude", String.valueOf(e.getMessage()));
        }
    }

    private static Check terminal() {
        String colour = Terminal.ansi().enabled() ? "in colour" : "without colour";
        return new Check(true, "terminal", Terminal.width() + " columns, " + colour);
    }
}
