package ai.meddoc.server.analyses;

import ai.meddoc.document.Document;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.engine.EngineException;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.server.blobs.VerifiedBlobs;
import ai.meddoc.server.telemetry.Steps;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;

/** From a stored file to what is stored of it. Thread-safe. */
@Singleton
public final class DocumentAnalyst {

    private final VerifiedBlobs blobs;
    private final TextExtractor extractor;
    private final Engines engines;
    private final ObjectMapper json;
    private final Steps steps;

    DocumentAnalyst(VerifiedBlobs blobs, TextExtractor extractor, Engines engines, ObjectMapper json, Steps steps) {
        this.blobs = blobs;
        this.extractor = extractor;
        this.engines = engines;
        this.json = json;
        this.steps = steps;
    }

    Finished analyze(Claim claim) throws IOException {
        Document document = read(claim.storageKey(), claim.sha256());
        DocumentText text = extractText(document);
        AnalysisRequest request =
                AnalysisRequest.of(text).withTypeHint(claim.typeHint()).withEncounter(claim.encounter());
        Answer answer = Answer.by(engine(claim), request, Payer.forDocument(claim), document.bytes());
        Analysis analysis = answer.analysis();
        return new Finished(
                write(AnalysisResults.of(text, answer)),
                write(DocumentTextReply.of(text)),
                engines.originOf(analysis.provenance()),
                upgrades(claim) ? answer.askAgainAt() : null,
                analysis.classification().type().wireName(),
                analysis.classification().confidence(),
                text.pages().size(),
                analysis.coding().assignments().size());
    }

    private boolean upgrades(Claim claim) {
        return engines.upgradeLater() || claim.upgrade() != Upgrade.NO;
    }

    /** An engine may have been switched off since the run was asked for. */
    private ClinicalEngine engine(Claim claim) {
        return engines.named(claim.engine())
                .orElseThrow(() -> new EngineException(
                        EngineException.Reason.UNAVAILABLE, false, "the engine asked for is not switched on"));
    }

    /**
     * The text of a stored file.
     *
     * @param sha256 of what was uploaded, hexadecimal
     */
    public DocumentText extract(String storageKey, String sha256) throws IOException {
        return extractText(read(storageKey, sha256));
    }

    private DocumentText extractText(Document document) {
        return steps.step("extract", () -> extractor.extract(document));
    }

    private Document read(String storageKey, String sha256) throws IOException {
        return new Document("", steps.step("fetch", () -> blobs.read(storageKey, sha256)));
    }

    private String write(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value);
    }
}
