package ai.meddoc.server.analyses;

import org.jspecify.annotations.Nullable;

/** A text to classify. */
public record ClassifyRequest(@Nullable String documentText) {}
