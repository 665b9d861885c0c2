package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import org.jspecify.annotations.Nullable;

/**
 * A job held by this process, with what it takes to do it.
 *
 * @param fence proves the claim: only the newest claim's holder may store a result
 * @param attempts this one included
 */
public record Claim(
        long jobId,
        long fence,
        int attempts,
        long documentId,
        String storageKey,
        @Nullable DocumentType typeHint,
        Encounter encounter) {}
