package ai.meddoc.server.analyses;

import org.jspecify.annotations.Nullable;

/** A text to code. */
public record ExtractCodesRequest(
        @Nullable String documentText,
        @Nullable String documentType,
        @Nullable String encounter,
        @Nullable String dateOfService) {}
