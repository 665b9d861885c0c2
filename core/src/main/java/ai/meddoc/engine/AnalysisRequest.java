package ai.meddoc.engine;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import ai.meddoc.text.DocumentText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document's text and what the caller knows about it.
 *
 * @param typeHint the type, if the caller knows it: classification is then skipped
 * @param codingMode what a coder would report, or every present mention
 */
public record AnalysisRequest(
        DocumentText text, Encounter encounter, @Nullable DocumentType typeHint, CodingMode codingMode) {

    /** Which mentions become codes. */
    public enum CodingMode {
        /** What a coder would report for the encounter; for people. */
        REPORTABLE,
        /** Every present mention; for evaluations that count mentions. */
        ALL_MENTIONS
    }

    public AnalysisRequest {
        Objects.requireNonNull(text);
        Objects.requireNonNull(encounter);
        Objects.requireNonNull(codingMode);
    }

    public static AnalysisRequest of(DocumentText text) {
        return new AnalysisRequest(text, Encounter.UNKNOWN, null, CodingMode.REPORTABLE);
    }

    public AnalysisRequest withEncounter(Encounter known) {
        return new AnalysisRequest(text, known, typeHint, codingMode);
    }

    public AnalysisRequest withTypeHint(@Nullable DocumentType hint) {
        return new AnalysisRequest(text, encounter, hint, codingMode);
    }

    public AnalysisRequest withCodingMode(CodingMode mode) {
        return new AnalysisRequest(text, encounter, typeHint, mode);
    }
}
