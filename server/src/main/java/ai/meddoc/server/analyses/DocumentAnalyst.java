package ai.meddoc.server.analyses;

import ai.meddoc.document.Document;
import ai.meddoc.engine.Analysis;
import ai.meddoc.engine.AnalysisRequest;
import ai.meddoc.engine.ClinicalEngine;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.text.DocumentText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** From a stored file to what is stored of it. Thread-safe. */
@Singleton
public final class DocumentAnalyst {

    private final BlobStore blobs;
    private final TextExtractor extractor;
    private final ClinicalEngine engine;
    private final ObjectMapper json;

    DocumentAnalyst(BlobStore blobs, TextExtractor extractor, ClinicalEngine engine, ObjectMapper json) {
        this.blobs = blobs;
        this.extractor = extractor;
        this.engine = engine;
        this.json = json;
    }

    Finished analyze(Claim claim) throws IOException {
        DocumentText text = extract(claim.storageKey());
        Analysis analysis = engine.analyze(
                AnalysisRequest.of(text).withTypeHint(claim.typeHint()).withEncounter(claim.encounter()));
        return new Finished(
                write(AnalysisResults.of(text, analysis)),
                write(DocumentTextReply.of(text)),
                analysis.classification().type().wireName(),
                analysis.classification().confidence(),
                text.pages().size(),
                analysis.coding().assignments().size());
    }

    /** The text of a stored file. */
    public DocumentText extract(String storageKey) throws IOException {
        try (InputStream in = blobs.open(storageKey)) {
            return extractor.extract(new Document("", in.readAllBytes()));
        }
    }

    private String write(Object value) throws JsonProcessingException {
        return json.writeValueAsString(value);
    }
}
