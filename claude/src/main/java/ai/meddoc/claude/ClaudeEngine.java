package ai.meddoc.claude;

import ai.meddoc.claude.call.CallFailure;
import ai.meddoc.claude.call.Caller;
import ai.meddoc.claude.call.Deadline;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.check.Located;
import ai.meddoc.claude.check.QuoteFinder;
import ai.meddoc.claude.check.ReplyCheck;
import ai.meddoc.claude.deid.Deidentifier;
import ai.meddoc.claude.deid.Disguise;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.Budget;
import ai.meddoc.claude.ledger.CostLedger;
import ai.meddoc.claude.model.ClaudeModel;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.claude.prompt.Candidates;
import ai.meddoc.claude.prompt.Prompts;
import ai.meddoc.claude.prompt.Question;
import ai.meddoc.claude.prompt.ReplySchema;
import ai.meddoc.claude.reply.ReplyReader;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.engine.EngineException;
import ai.meddoc.engine.LocalEngine;
import ai.meddoc.extract.ContentKind;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets Claude choose among what our rules found, and lets our rules decide: nothing the model says leaves unproven. Whatever
 * goes wrong outside, the answer is then that of the local engine, and says so. Shared by threads.
 */
public final class ClaudeEngine implements ClinicalEngine {

    /** The name in {@link Analysis.Provenance}. */
    public static final String NAME = "claude";

    /** The local engine answered because Claude could not. */
    public static final String UNAVAILABLE = "local (claude unavailable)";

    /** The local engine answered because the document may not leave the machine. */
    public static final String KEPT_HERE = "local (kept on this machine)";

    static final int MAX_TOKENS = 4_096;

    /** Longer texts are not sent: their price passes every sensible budget. */
    static final int LONGEST = 1_000_000;

    /** The server takes 32 MB in all, base64 a third more than the file, and smaller pictures. */
    private static final int LARGEST_PDF = 20_000_000;

    private static final int LARGEST_PICTURE = 3_700_000;

    private final LocalEngine local;
    private final ClaudeSettings settings;
    private final ClaudeModel model;
    private final Prompts prompts = Prompts.load();
    private final ReplyReader reader = new ReplyReader();
    private final ReplyCheck check = new ReplyCheck(prompts.all());
    private final Deidentifier deidentifier = Deidentifier.load();
    private final CostLedger ledger;
    private final Caller caller;
    private final InstantSource clock;
    private final Conversation.Parts parts;

    ClaudeEngine(LocalEngine local, ClaudeSettings settings, Caller caller, CostLedger ledger, InstantSource clock) {
        ModelRegistry registry = ModelRegistry.load();
        this.local = local;
        this.settings = settings;
        this.model = registry.findOrUnknown(settings.model());
        this.ledger = ledger;
        this.caller = caller;
        this.clock = clock;
        Budget budget = new Budget(settings.budget(), ledger);
        this.parts = new Conversation.Parts(caller, budget, ledger, registry, clock);
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
        return answer(ClaudeRequest.of(request, "default", "document")).analysis();
    }

    /** The same with what it cost and whether asking again later makes sense. */
    public ClaudeAnswer answer(ClaudeRequest request) {
        DocumentReading reading = local.examine(request.analysis());
        if (settings.policy()
                .neverLeaves()
                .contains(reading.local().classification().type())) {
            return keptHere(reading, "Documents of this type never leave this machine.");
        }
        if (reading.text().text().isBlank()) {
            return keptHere(reading, "There is no text to send.");
        }
        if (reading.text().length() > LONGEST) {
            return keptHere(reading, "The text is longer than " + LONGEST + " characters.");
        }
        Disguise disguise = disguise(reading);
        if (settings.policy().mode() == Policy.Mode.REFUSE_IF_UNSURE && disguise.isUnsure()) {
            return keptHere(reading, "What identifies the patient could not be told for sure, so nothing was sent.");
        }
        Conversation conversation = new Conversation(parts, request);
        try {
            Analysis analysis = ask(request, reading, disguise, conversation);
            return new ClaudeAnswer(analysis, ClaudeAnswer.Source.CLAUDE, settings.model(), conversation.costs(), null);
        } catch (CallFailure e) {
            Instant again = e.kind().isLasting() ? null : later();
            return unavailable(reading, conversation, String.valueOf(e.getMessage()), again);
        } catch (EngineException e) {
            Instant again = e.retryable() ? tomorrow() : null;
            return unavailable(reading, conversation, String.valueOf(e.getMessage()), again);
        }
    }

    private Disguise disguise(DocumentReading reading) {
        String text = reading.text().text();
        return settings.policy().mode() == Policy.Mode.OFF ? Disguise.none(text) : deidentifier.disguise(text);
    }

    private Analysis ask(ClaudeRequest request, DocumentReading reading, Disguise disguise, Conversation conversation) {
        List<Span> windows = Window.over(disguise.text());
        byte @Nullable [] scan = scanToSend(request);
        List<ModelRequest> questions = new ArrayList<>();
        for (Span window : windows) {
            questions.add(question(request, reading, disguise, window, questions.isEmpty() ? scan : null));
        }
        int pages = scan == null ? 0 : request.analysis().text().pages().size();
        Deadline deadline = Deadline.after(settings.limits().deadline());
        List<String> answers = conversation.ask(questions, pages, deadline);
        List<Located> replies = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            replies.add(located(answers.get(i), windows.get(i), disguise));
        }
        return check.check(reading, replies, request.analysis().typeHint() != null, provenance(reading, NAME));
    }

    private byte @Nullable [] scanToSend(ClaudeRequest request) {
        boolean pictures = request.analysis().text().pages().stream().anyMatch(p -> p.origin() == Page.Origin.OCR);
        boolean allowed = settings.sendScans() && settings.policy().mode() == Policy.Mode.OFF;
        byte[] scan = request.scan();
        return pictures && allowed && scan != null && isTaken(scan) ? scan : null;
    }

    /** Whether the server reads such a file; TIFF it does not. */
    private static boolean isTaken(byte[] scan) {
        return switch (ContentKind.of(scan)) {
            case PDF -> scan.length <= LARGEST_PDF;
            case PNG, JPEG -> scan.length <= LARGEST_PICTURE;
            default -> false;
        };
    }

    private ModelRequest question(
            ClaudeRequest request, DocumentReading reading, Disguise disguise, Span window, byte @Nullable [] scan) {
        Question question = new Question(
                window.of(disguise.text()),
                Candidates.of(reading, disguise.original(window)),
                Objects.requireNonNullElse(reading.local().encounter().encounterClass(), EncounterClass.OUTPATIENT),
                request.analysis().typeHint());
        return new ModelRequest(
                settings.model(),
                model,
                prompts.all(),
                ReplySchema.all(),
                question.message(),
                scan,
                MAX_TOKENS,
                settings.cacheSeconds());
    }

    private Located located(String answer, Span window, Disguise disguise) {
        QuoteFinder finder = new QuoteFinder(window.of(disguise.text()));
        return new Located(
                reader.read(answer),
                finder,
                span -> disguise.original(new Span(span.start() + window.start(), span.end() + window.start())),
                disguise::restore);
    }

    private ClaudeAnswer unavailable(
            DocumentReading reading, Conversation conversation, String why, @Nullable Instant again) {
        return new ClaudeAnswer(
                marked(reading, UNAVAILABLE, why + " The local engine answered."),
                ClaudeAnswer.Source.UNAVAILABLE,
                settings.model(),
                conversation.costs(),
                again);
    }

    private Instant later() {
        Instant parked = caller.parkedUntil();
        Instant later = clock.instant().plus(settings.limits().openFor());
        return parked.isAfter(later) ? parked : later;
    }

    /** When the next day's budget begins. */
    private Instant tomorrow() {
        return clock.instant().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }

    private ClaudeAnswer keptHere(DocumentReading reading, String why) {
        Analysis marked = marked(reading, KEPT_HERE, why + " The local engine answered.");
        return new ClaudeAnswer(marked, ClaudeAnswer.Source.KEPT_HERE, settings.model(), List.of(), null);
    }

    private Analysis marked(DocumentReading reading, String engine, String why) {
        Analysis analysis = reading.local();
        List<Finding> findings = new ArrayList<>(analysis.findings());
        findings.add(new Finding(Finding.Code.ENGINE_FALLBACK, NAME, null, why));
        return new Analysis(
                analysis.classification(),
                analysis.encounter(),
                analysis.sections(),
                analysis.labResults(),
                analysis.coding(),
                analysis.summary(),
                findings,
                provenance(reading, engine));
    }

    private Analysis.Provenance provenance(DocumentReading reading, String engine) {
        Analysis.Provenance ours = reading.local().provenance();
        String version = engine.equals(NAME)
                ? ours.engineVersion() + " with " + settings.model() + " (" + prompts.versions() + ")"
                : ours.engineVersion();
        return new Analysis.Provenance(engine, version, ours.terminologyRelease());
    }

    /** What was spent since the start. */
    public CostLedger ledger() {
        return ledger;
    }

    /** Until when nobody asks Claude; in the past when anybody may. */
    public Instant parkedUntil() {
        return caller.parkedUntil();
    }
}
