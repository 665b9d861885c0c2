package ai.meddoc.server.analyses;

import ai.meddoc.document.Encounter;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.server.access.Caller;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditEntry.Action;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.text.DocumentText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** One step on a text; nothing is stored. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class TextResource {

    private static final int MAX_CHARACTERS = 5_000_000;

    private final ClinicalEngine engine;
    private final AuditTrail trail;

    TextResource(ClinicalEngine engine, AuditTrail trail) {
        this.engine = engine;
        this.trail = trail;
    }

    @POST
    @Path("classify")
    public ClassifyReply classify(@Nullable ClassifyRequest body, @Context RoutingContext context) {
        DocumentText text = text(body == null ? null : body.documentText());
        note(context);
        return ClassifyReply.of(text, analyze(AnalysisRequest.of(text), context));
    }

    @POST
    @Path("extract-codes")
    public CodesReply extractCodes(@Nullable ExtractCodesRequest body, @Context RoutingContext context) {
        if (body == null) {
            throw missing();
        }
        Encounter encounter = CallerWords.encounter(body.encounter(), body.dateOfService());
        AnalysisRequest request = AnalysisRequest.of(text(body.documentText()))
                .withTypeHint(CallerWords.type(body.documentType(), "document_type", true))
                .withEncounter(encounter);
        note(context);
        return CodesReply.of(analyze(request, context));
    }

    @POST
    @Path("summarize")
    public SummaryReply summarize(@Nullable SummarizeRequest body, @Context RoutingContext context) {
        if (body == null) {
            throw missing();
        }
        AnalysisRequest request = AnalysisRequest.of(text(body.documentText()))
                .withTypeHint(CallerWords.type(body.documentType(), "document_type", true));
        note(context);
        return SummaryReply.of(analyze(request, context));
    }

    private Analysis analyze(AnalysisRequest request, RoutingContext context) {
        Payer payer = Payer.forText(Caller.of(context).tenant());
        return Answer.by(engine, request, payer, null).analysis();
    }

    /** That a text was worked on, and by whom; nothing of the text. */
    private void note(RoutingContext context) {
        trail.record(AuditEntry.of(context, Action.ANALYZE));
    }

    /** The caller's own characters: spans index the string that was sent. */
    private static DocumentText text(@Nullable String value) {
        if (value == null) {
            throw missing();
        }
        if (value.isBlank()) {
            throw new ProblemException(ProblemType.EMPTY, "document_text holds no text, only white space.");
        }
        if (value.length() > MAX_CHARACTERS) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE,
                    "document_text has " + value.length() + " characters; the limit is " + MAX_CHARACTERS + ".");
        }
        return DocumentText.of(value);
    }

    private static ProblemException missing() {
        return ProblemException.malformed("document_text is missing: send {\"document_text\": \"...\"}.");
    }
}
