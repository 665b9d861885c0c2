package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import ai.meddoc.server.Samples;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that send each document, with its own Idempotency-Key, until a server says that it has it. What they were told
 * is the oracle. Thread-safe.
 */
final class Clients {

    private final AtomicInteger next = new AtomicInteger();
    private final Queue<Integer> unanswered = new ConcurrentLinkedQueue<>();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> refusals = new ConcurrentHashMap<>();

    /** Knocks until the server opens, and sends until it is gone or this thread is told to stop. */
    void send(Api api) {
        try {
            while (!api.answers("/health/ready")) {
                Thread.yield();
            }
            while (!Thread.currentThread().isInterrupted()) {
                send(api, Haste.PATIENT);
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            // Gone, or told to stop: what was not acknowledged is sent again to the next.
        }
    }

    /** Whether to wait for the results. */
    enum Haste {
        PATIENT,
        ASYNC
    }

    Api.Reply send(Api api, Haste haste) {
        Integer number = unanswered.poll();
        if (number == null) {
            number = next.incrementAndGet();
        }
        boolean done = false;
        try {
            Api.Reply reply = sendOnce(api, number, haste);
            if (reply.status() == 200 || reply.status() == 202) {
                acknowledged.put(number, reply.json().path("document_id").asLong());
                done = true;
            } else {
                refusals.computeIfAbsent(reply.status(), status -> new AtomicInteger())
                        .incrementAndGet();
            }
            return reply;
        } finally {
            if (!done) {
                unanswered.add(number);
            }
        }
    }

    /** One document under its key. */
    static Api.Reply sendOnce(Api api, int number, Haste haste) {
        HttpRequest.Builder request = api.uploadRequest("visit.txt", content(number), Map.of())
                .header("Idempotency-Key", "key-of-document-" + number);
        return api.send(haste == Haste.ASYNC ? request.header("Prefer", "respond-async") : request);
    }

    /** Which document is which number's. */
    Map<Integer, Long> acknowledged() {
        return acknowledged;
    }

    /** How often which status other than 200 and 202 came. */
    Map<Integer, AtomicInteger> refusals() {
        return refusals;
    }

    /** No two are the same, and each takes the engine a moment. */
    static byte[] content(int number) {
        return (Samples.NOTE.repeat(5) + "\nPatient: " + Canaries.NAME + "\nVisit number " + number + ".\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
