package ai.meddoc.server.webhooks;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the telling went.
 *
 * @param receiver scheme, host and port; the rest of the address may hold a secret
 * @param status what the receiver answered last; null while it answered nothing
 */
public record DeliveryJson(
        long id,
        long jobId,
        long documentId,
        String receiver,
        String event,
        String state,
        int attempts,
        @Nullable Integer status,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
