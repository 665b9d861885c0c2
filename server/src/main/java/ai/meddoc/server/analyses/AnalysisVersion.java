package ai.meddoc.server.analyses;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run on a document, kept for ever as it was. */
public record AnalysisVersion(
        int version,
        long jobId,
        Instant createdAt,
        String engine,
        String engineVersion,
        @Nullable String model,
        String terminologyRelease,
        String rulesVersion,
        String documentType,
        int codesCount,
        boolean newest) {}
