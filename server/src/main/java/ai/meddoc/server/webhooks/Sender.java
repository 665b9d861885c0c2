package ai.meddoc.server.webhooks;

import ai.meddoc.server.problems.Incident;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Tells one receiver one thing. Follows no redirection, reads no answer but its status. Thread-safe. */
final class Sender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("meddoc.webhooks");
    private static final int WHOLE_SECONDS = 15;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Signature signature;
    private final Receivers receivers;

    Sender(Signature signature, Receivers receivers) {
        this.signature = signature;
        this.receivers = receivers;
    }

    /** The receiver's status; empty if it did not answer or must not be asked. */
    OptionalInt send(Delivery delivery, Instant now) throws InterruptedException {
        try {
            if (!receivers.mayReach(delivery.url().getHost())) {
                LOG.warnf("delivery %d: the receiver's name leads where WEBHOOK_REACH does not", delivery.id());
                return OptionalInt.empty();
            }
            return OptionalInt.of(status(request(delivery, now)));
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.infof("delivery %d, attempt %d: %s", delivery.id(), delivery.attempts(), Incident.describe(e));
            return OptionalInt.empty();
        }
    }

    private HttpRequest request(Delivery delivery, Instant now) {
        String body = delivery.body();
        return HttpRequest.newBuilder(delivery.url())
                .timeout(Duration.ofSeconds(WHOLE_SECONDS))
                .header("Content-Type", "application/json")
                .header("User-Agent", "meddoc")
                .header("Meddoc-Delivery", String.valueOf(delivery.id()))
                .header(Signature.HEADER, signature.of(body, now))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** A receiver whose answer never ends is cut off. */
    private int status(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(WHOLE_SECONDS, TimeUnit.SECONDS).statusCode();
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
