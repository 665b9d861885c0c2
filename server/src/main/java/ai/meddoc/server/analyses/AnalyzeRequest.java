package ai.meddoc.server.analyses;

import org.jspecify.annotations.Nullable;

/** How to run on a document again; what is missing stays as it was said at the upload. */
public record AnalyzeRequest(
        @Nullable String engine,
        @Nullable String encounter,
        @Nullable String dateOfService,
        @Nullable String priority,
        @Nullable Boolean upgradeLater) {}
