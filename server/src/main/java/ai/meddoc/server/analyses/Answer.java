package ai.meddoc.server.analyses;

import ai.meddoc.claude.ClaudeAnswer;
import ai.meddoc.claude.ClaudeRequest;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.server.telemetry.MeasuredEngine;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An analysis with what is known of it only here.
 *
 * @param cost null where no answer costs anything
 * @param askAgainAt when Claude, which was away, may be asked again; null if it answered or will not
 */
record Answer(
        Analysis analysis,
        @Nullable CostJson cost,
        @Nullable Instant askAgainAt) {

    /** @param file the document's bytes, which leave only if they are a scan and that is allowed; null to keep them */
    static Answer by(ClinicalEngine engine, AnalysisRequest request, Payer payer, byte @Nullable [] file) {
        if (engine instanceof MeasuredEngine measured) {
            ClaudeRequest plain = ClaudeRequest.of(request, payer.tenant(), payer.document());
            Optional<ClaudeAnswer> claude = measured.answer(file == null ? plain : plain.withScan(file));
            if (claude.isPresent()) {
                ClaudeAnswer answer = claude.get();
                return new Answer(answer.analysis(), CostJson.of(answer.cost()), answer.retryAt());
            }
        }
        return new Answer(engine.analyze(request), null, null);
    }
}
