package ai.meddoc.server.analyses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text to summarise. */
public record SummarizeRequest(
        @Nullable String documentText,
        @Nullable String documentType,
        @Nullable List<Object> codes) {}
