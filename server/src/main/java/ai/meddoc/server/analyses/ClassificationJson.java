package ai.meddoc.server.analyses;

import ai.meddoc.classify.Classification;
import ai.meddoc.classify.Cue;
import ai.meddoc.coding.Evidence;
import ai.meddoc.text.DocumentText;
import java.util.List;

/** A type on the wire. */
public record ClassificationJson(
        String documentType,
        double confidence,
        String rationale,
        List<String> evidence,
        List<EvidenceSpan> evidenceSpans) {

    static ClassificationJson of(DocumentText text, Classification classification) {
        List<Evidence> evidence = classification.cues().stream()
                .map(Cue::span)
                .filter(span -> span.length() > 0 && span.length() <= Evidence.MAX_LENGTH)
                .map(span -> Evidence.of(text, span))
                .toList();
        return new ClassificationJson(
                classification.type().wireName(),
                classification.confidence(),
                classification.rationale(),
                EvidenceSpan.quotes(evidence),
                EvidenceSpan.of(evidence));
    }
}
