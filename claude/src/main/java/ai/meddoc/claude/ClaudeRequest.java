package ai.meddoc.claude;

import ai.meddoc.engine.AnalysisRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document with what the ledger and the budgets need to know.
 *
 * @param tenant who pays; never a person's name
 * @param document the caller's opaque key of the document
 * @param scan the file the text was read from, sent only if pages of it were pictures and that is allowed; null to keep it
 */
public record ClaudeRequest(AnalysisRequest analysis, String tenant, String document, byte @Nullable [] scan) {

    public ClaudeRequest {
        Objects.requireNonNull(analysis);
        Objects.requireNonNull(tenant);
        Objects.requireNonNull(document);
    }

    public static ClaudeRequest of(AnalysisRequest analysis, String tenant, String document) {
        return new ClaudeRequest(analysis, tenant, document, null);
    }

    /** With the file the text was read from. */
    public ClaudeRequest withScan(byte[] file) {
        return new ClaudeRequest(analysis, tenant, document, file);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "ClaudeRequest[" + document + ", " + analysis.text() + "]";
    }
}
