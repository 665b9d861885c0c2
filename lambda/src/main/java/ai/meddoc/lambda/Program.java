package ai.meddoc.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Answers API Gateway: each event becomes a request to the server in this environment. It reads no documents itself:
 * a job that nobody waits for would stop with the environment between two calls.
 */
public final class Program implements RequestStreamHandler {

    private static final int FAILED = 500;
    /** For writing the answer. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private final Instance instance = Instance.start("none");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        instance.wake();
        ProxyCall call = new ProxyCall(Json.read(input), instance.address());
        Duration time = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        ProxyReply reply = answer(call, time);
        if (reply.statusCode() >= FAILED) {
            instance.doubt();
        }
        Json.write(output, reply);
    }

    private ProxyReply answer(ProxyCall call, Duration time) throws IOException {
        try {
            HttpResponse<InputStream> response =
                    client.send(call.request().timeout(time).build(), BodyHandlers.ofInputStream());
            return ProxyReply.of(response, time);
        } catch (HttpTimeoutException e) {
            return ProxyReply.problem(504, "The answer took longer than this deployment allows.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
