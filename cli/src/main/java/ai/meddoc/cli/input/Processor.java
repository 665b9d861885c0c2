package ai.meddoc.cli.input;

import ai.meddoc.cli.ClaudeRun;
import ai.meddoc.cli.ExitCodes;
import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.Encounter;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.EngineException;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.text.DocumentText;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Takes one file from its bytes to its analysis. Thread-safe; holds back when files under way fill the memory. */
public final class Processor {

    /** A document under way needs about this many times its size: bytes, text, layout, results. */
    private static final int MEMORY_FACTOR = 24;

    private static final long UNIT = 64 << 10;

    private final ClinicalEngine engine;
    private final TextExtractor extractor;
    private final Encounter encounter;
    private final int units;
    private final Semaphore memory;

    public Processor(ClinicalEngine engine, TextExtractor extractor, Encounter encounter) {
        this.engine = engine;
        this.extractor = extractor;
        this.encounter = encounter;
        this.units = (int) Math.max(1, Runtime.getRuntime().maxMemory() / MEMORY_FACTOR / UNIT);
        this.memory = new Semaphore(units, true);
    }

    /** Never throws for trouble with the file. */
    public Processed process(DocumentFile file) {
        int needed = (int) Math.min(units, 1 + file.size() / UNIT);
        memory.acquireUninterruptibly(needed);
        try {
            return analyze(file);
        } finally {
            memory.release(needed);
        }
    }

    private Processed analyze(DocumentFile file) {
        try {
            return done(file, file.read());
        } catch (FileProblem e) {
            return failed(file, e.reason().name(), e.getMessage(), ExitCodes.DOCUMENT_FAILED);
        } catch (DocumentException e) {
            return failed(file, e.reason().name(), e.getMessage(), ExitCodes.DOCUMENT_FAILED);
        } catch (EngineException e) {
            return failed(file, e.reason().name(), e.getMessage(), ExitCodes.UNAVAILABLE);
        } catch (OutOfMemoryError e) {
            return failed(
                    file,
                    DocumentException.Reason.LIMIT_EXCEEDED.name(),
                    "It needs more memory than there is.",
                    ExitCodes.DOCUMENT_FAILED);
        } catch (RuntimeException | StackOverflowError e) {
            return failed(file, "BUG", bug(e), ExitCodes.BUG);
        }
    }

    private Processed done(DocumentFile file, Document document) {
        DocumentText text = extractor.extract(document);
        AnalysisRequest request = AnalysisRequest.of(text).withEncounter(encounter);
        if (engine instanceof ClaudeRun claude) {
            Analysis analysis = claude.analyze(request, document.bytes());
            return new Processed.Done(file, text, analysis, claude.takeCost(analysis));
        }
        return new Processed.Done(file, text, engine.analyze(request), null);
    }

    private static Processed failed(DocumentFile file, String reason, @Nullable String message, int exitCode) {
        return new Processed.Failed(file, reason, message == null ? "" : message, exitCode);
    }

    /** Names the place, not the message: a message may hold text of a document. */
    public static String bug(Throwable e) {
        String place = Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("ai.meddoc."))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("an unknown place");
        return "This is a bug: " + e.getClass().getSimpleName() + " at " + place + ". Please report it.";
    }
}
