package ai.meddoc.server.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key on the wire, without its secret. */
public record ApiKeyJson(
        long id,
        String name,
        List<String> permissions,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant revokedAt) {}
