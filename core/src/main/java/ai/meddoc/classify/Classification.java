package ai.meddoc.classify;

import ai.meddoc.document.DocumentType;
import java.util.List;
import java.util.Objects;

/**
 * The type of a document.
 *
 * @param confidence 0..1, the share of documents with such scores whose type is right
 * @param rationale one or two sentences; names cues, not content
 * @param cues what decided, strongest first; empty only when a hint or an empty text decided
 */
public record Classification(DocumentType type, double confidence, String rationale, List<Cue> cues) {

    public Classification {
        Objects.requireNonNull(type);
        Objects.requireNonNull(rationale);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        cues = List.copyOf(cues);
    }
}
