package ai.meddoc.server.telemetry;

import ai.meddoc.claude.ClaudeAnswer;
import ai.meddoc.claude.ClaudeEngine;
import ai.meddoc.claude.ClaudeRequest;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import java.util.Optional;
import org.jboss.logging.Logger;

/** An engine whose time is measured, and whose failures to reach Claude are told. Thread-safe. */
public final class MeasuredEngine implements ClinicalEngine {

    private static final Logger LOG = Logger.getLogger("meddoc.claude");

    private final ClinicalEngine engine;
    private final Steps steps;
    private final Figures figures;

    public MeasuredEngine(ClinicalEngine engine, Steps steps, Figures figures) {
        this.engine = engine;
        this.steps = steps;
        this.figures = figures;
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
        return told(steps.step("analyze", () -> engine.analyze(request)));
    }

    /** As {@link #analyze}, with what the answer cost; empty where the engine is not Claude. */
    public Optional<ClaudeAnswer> answer(ClaudeRequest request) {
        if (!(engine instanceof ClaudeEngine claude)) {
            return Optional.empty();
        }
        ClaudeAnswer answer = steps.step("analyze", () -> claude.answer(request));
        told(answer.analysis());
        return Optional.of(answer);
    }

    private Analysis told(Analysis analysis) {
        if (analysis.provenance().engine().equals(ClaudeEngine.UNAVAILABLE)) {
            figures.claudeFailed();
            // An alarm counts lines with these two words: see LogMetrics.
            LOG.warn("claude failed: the local engine answered");
        }
        return analysis;
    }
}
