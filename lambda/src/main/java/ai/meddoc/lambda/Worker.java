package ai.meddoc.lambda;

import ai.meddoc.server.analyses.JobWork;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads documents, woken by messages of a queue: one for each file that reached the bucket ({@code {"key": ...}}), and
 * one a minute ({@code {}}) for whatever still waits. A message that could not be dealt with is named in the answer and
 * comes again; the others are gone. The same message twice does no harm.
 */
public final class Worker implements RequestStreamHandler {

    /** For recording how the last job ended. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    private final Instance instance = Instance.start("asked");

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        instance.wake();
        Instant until =
                Instant.now().plusMillis(context.getRemainingTimeInMillis()).minus(RESERVE);
        List<Map<String, String>> failures = new ArrayList<>();
        for (JsonNode message : Json.read(input).path("Records")) {
            if (!isDone(message.path("body").asText(), until)) {
                failures.add(Map.of("itemIdentifier", message.path("messageId").asText()));
            }
        }
        Json.write(output, Map.of("batchItemFailures", failures));
    }

    private boolean isDone(String body, Instant until) throws IOException {
        JobWork work = instance.bean(JobWork.class);
        try {
            JsonNode message = Json.read(body);
            if (message.has("key")) {
                return work.finish(message.path("key").asText(), until);
            }
            work.finishWaiting(until);
            return true;
        } catch (IOException | RuntimeException e) {
            Instance.LOG.warnf("a message comes again: %s", e.getClass().getSimpleName());
            instance.doubt();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }
}
