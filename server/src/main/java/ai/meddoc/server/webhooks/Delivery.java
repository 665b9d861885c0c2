package ai.meddoc.server.webhooks;

import java.net.URI;
import java.time.Instant;

/**
 * One thing to tell one receiver.
 *
 * @param attempts this one included
 * @param at when it happened
 */
record Delivery(long id, long jobId, long documentId, URI url, String event, int attempts, Instant at) {

    /** Ids and states alone: no word of a document leaves by this way. */
    String body() {
        return "{\"id\":" + id + ",\"event\":\"" + event + "\",\"job_id\":" + jobId + ",\"document_id\":" + documentId
                + ",\"at\":\"" + at + "\"}";
    }

    /** The address may hold a secret. */
    @Override
    public String toString() {
        return "Delivery[" + id + "]";
    }
}
