package ai.meddoc.cli;

import ai.meddoc.claude.Claude;
import ai.meddoc.claude.ClaudeAnswer;
import ai.meddoc.claude.ClaudeEngine;
import ai.meddoc.claude.ClaudeRequest;
import ai.meddoc.claude.ClaudeSettings;
import ai.meddoc.claude.ClaudeSettingsReader;
import ai.meddoc.claude.call.ModelServer;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.DocumentCost;
import ai.meddoc.claude.replay.Recording;
import ai.meddoc.claude.replay.RecordingServer;
import ai.meddoc.claude.replay.ReplayServer;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.EngineException;
import ai.meddoc.engine.LocalEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The Claude engine for the command line: set by the environment, and remembering what each document cost. Thread-safe. */
public final class ClaudeRun implements ClinicalEngine {

    private static final String TENANT = "command-line";
    private static final double MICRO = 1_000_000;

    private final ClaudeEngine engine;
    private final List<String> warnings;
    private final boolean claudeOnly;
    private final AtomicInteger documents = new AtomicInteger();
    private final AtomicInteger byClaude = new AtomicInteger();
    private final AtomicInteger estimated = new AtomicInteger();
    private final Map<Analysis, DocumentCost> costs = Collections.synchronizedMap(new IdentityHashMap<>());

    private ClaudeRun(ClaudeEngine engine, List<String> warnings, boolean claudeOnly) {
        this.engine = engine;
        this.warnings = warnings;
        this.claudeOnly = claudeOnly;
    }

    /**
     * For documents: what Claude cannot answer, the local engine does.
     *
     * @param scans whether the user allows scanned pages to leave as pictures
     */
    static ClaudeRun load(boolean scans) {
        ClaudeSettings settings = scans ? withScans(allowed(settings())) : allowed(settings());
        ClaudeEngine engine = Claude.engine(settings, LocalEngine.on(Releases.atHand()), cost -> {});
        return new ClaudeRun(engine, Claude.warnings(settings, InstantSource.system()), false);
    }

    /**
     * For evaluations: live with a key, and of our own data the replies are recorded; without a key from the recording. What
     * Claude does not answer fails the evaluation, since figures of another engine would pass for Claude's.
     */
    static ClaudeRun evaluating(Path data) {
        ClaudeSettings settings = settings();
        Recording recording = Recording.at(recordingOf(data, settings.model()));
        boolean ours = isOurs(data);
        ModelServer server;
        if (settings.hasCredentials()) {
            ModelServer live = Claude.server(allowed(settings));
            server = ours ? new RecordingServer(live, recording) : live;
        } else if (ours && recording.size() > 0) {
            server = new ReplayServer(recording);
        } else {
            throw new CommandFailure(
                    ExitCodes.UNAVAILABLE,
                    "There is no key and no recording of this evaluation: set USE_CLAUDE_REAL=true and ANTHROPIC_API_KEY"
                            + " to run it live; replies to our own data sets are then recorded.");
        }
        ClaudeEngine engine = Claude.on(server, settings, LocalEngine.on(Releases.atHand()), cost -> {});
        return new ClaudeRun(engine, Claude.warnings(settings, InstantSource.system()), true);
    }

    static ClaudeSettings settings() {
        try {
            return ClaudeSettingsReader.read(Environment.here());
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage() + ".");
        }
    }

    private static ClaudeSettings allowed(ClaudeSettings settings) {
        if (!settings.enabled()) {
            throw new CommandFailure(
                    ExitCodes.UNAVAILABLE,
                    "Nothing may leave this machine: set USE_CLAUDE_REAL=true to let Claude read documents, or use"
                            + " --engine local.");
        }
        return settings;
    }

    private static ClaudeSettings withScans(ClaudeSettings settings) {
        if (settings.policy().mode() != Policy.Mode.OFF) {
            throw new CommandFailure(
                    ExitCodes.USAGE,
                    "--send-scans needs CLAUDE_DEIDENTIFY=off: identifiers in pictures cannot be replaced.");
        }
        return settings.sendingScans();
    }

    /** Our data sets are synthetic: their replies may be stored. Whatever else is measured may be about people. */
    private static boolean isOurs(Path data) {
        Path folder = data.toAbsolutePath().normalize().getParent();
        return folder != null && folder.endsWith(Path.of("evals", "datasets"));
    }

    private static Path recordingOf(Path data, String model) {
        String name = data.getFileName().toString().replaceFirst("\\.jsonl?$", "");
        return data.toAbsolutePath()
                .normalize()
                .resolveSibling(
                        Path.of("..", "recordings", name + "." + model.replaceAll("[^A-Za-z0-9.-]", "_") + ".jsonl"))
                .normalize();
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
        return analyze(request, null);
    }

    /** @param file the document's bytes, sent only if they are a scan and that is allowed; null to keep them */
    public Analysis analyze(AnalysisRequest request, byte @Nullable [] file) {
        String key = "document-" + documents.incrementAndGet();
        ClaudeRequest plain = ClaudeRequest.of(request, TENANT, key);
        ClaudeAnswer answer = engine.answer(file == null ? plain : plain.withScan(file));
        if (answer.source() == ClaudeAnswer.Source.CLAUDE) {
            byClaude.incrementAndGet();
        } else if (claudeOnly && answer.source() == ClaudeAnswer.Source.UNAVAILABLE) {
            throw new EngineException(
                    EngineException.Reason.UNAVAILABLE,
                    false,
                    "Claude did not answer: "
                            + answer.analysis().findings().getLast().message());
        }
        costs.put(answer.analysis(), answer.cost());
        answer.costs().stream().filter(CallCost::estimated).forEach(c -> estimated.incrementAndGet());
        return answer.analysis();
    }

    /** What an analysis of this run cost; null for another's. Asked once, then forgotten. */
    public @Nullable DocumentCost takeCost(Analysis analysis) {
        return costs.remove(analysis);
    }

    /** Sentences for the operator before the first document. */
    List<String> warnings() {
        return warnings;
    }

    /** One sentence for the operator after the last document. */
    String bill() {
        String unsure = estimated.get() == 0
                ? ""
                : " " + estimated.get() + " of the calls brought no reply; they count as much as they can have cost.";
        return "Claude answered %d of %d documents in %d calls for $%.4f.%s"
                .formatted(
                        byClaude.get(),
                        documents.get(),
                        engine.ledger().calls(),
                        engine.ledger().microDollars() / MICRO,
                        unsure);
    }
}
