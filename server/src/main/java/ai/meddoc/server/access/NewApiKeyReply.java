package ai.meddoc.server.access;

import java.time.Instant;

/** @param key the secret: shown now and never again */
public record NewApiKeyReply(long id, String key, Instant expiresAt) {

    /** Prints no secret. */
    @Override
    public String toString() {
        return "NewApiKeyReply[" + id + "]";
    }
}
