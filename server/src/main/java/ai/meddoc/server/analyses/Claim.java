package ai.meddoc.server.analyses;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.Encounter;
import org.jspecify.annotations.Nullable;

/**
 * A job held by this process, with what it takes to do it.
 *
 * @param fence proves the claim: only the newest claim's holder may store a result
 * @param attempts this one included
 * @param engine which engine was asked for; null for the usual one
 * @param upgrade what becomes of it where Claude is away
 * @param trace of the request that set it off
 */
public record Claim(
        long jobId,
        long fence,
        int attempts,
        long documentId,
        String tenant,
        String storageKey,
        String sha256,
        @Nullable DocumentType typeHint,
        Encounter encounter,
        @Nullable String engine,
        Upgrade upgrade,
        @Nullable String trace) {}
