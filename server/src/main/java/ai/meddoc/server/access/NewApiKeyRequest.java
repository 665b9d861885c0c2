package ai.meddoc.server.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key to be made. */
public record NewApiKeyRequest(
        @Nullable String name,
        @Nullable List<String> permissions,
        @Nullable Integer expiresInDays) {}
