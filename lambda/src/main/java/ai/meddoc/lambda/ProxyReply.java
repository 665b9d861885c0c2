package ai.meddoc.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What API Gateway is answered; the names are its own. */
record ProxyReply(int statusCode, Map<String, List<String>> multiValueHeaders, String body, boolean isBase64Encoded) {

    /** Lambda refuses answers above 6 MB: this leaves room for headers, and for quotes that JSON escapes. */
    static final int MOST_CHARACTERS = 6_000_000;

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "keep-alive", "transfer-encoding");

    /** @param time how long the body may take: what streams on is cut off there, and its reader asks again */
    static ProxyReply of(HttpResponse<InputStream> response, Duration time) throws IOException {
        byte[] body = read(response.body(), time);
        boolean text = isText(response.headers());
        String encoded = text
                ? new String(body, StandardCharsets.UTF_8)
                : Base64.getEncoder().encodeToString(body);
        if (encoded.length() > MOST_CHARACTERS) {
            return problem(502, "The answer has " + body.length + " bytes, more than this deployment can send.");
        }
        return new ProxyReply(response.statusCode(), headers(response.headers()), encoded, !text);
    }

    static ProxyReply problem(int status, String detail) {
        return new ProxyReply(
                status,
                Map.of("Content-Type", List.of("application/problem+json"), "Cache-Control", List.of("no-store")),
                "{\"type\":\"about:blank\",\"status\":" + status + ",\"detail\":\"" + detail + "\"}",
                false);
    }

    private static byte[] read(InputStream stream, Duration time) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        AtomicBoolean over = new AtomicBoolean();
        Thread end = Thread.ofVirtual().start(() -> closeAfter(stream, time, over));
        try (stream) {
            stream.transferTo(read);
        } catch (IOException e) {
            if (!over.get()) {
                throw e;
            }
        } finally {
            end.interrupt();
        }
        return read.toByteArray();
    }

    private static void closeAfter(InputStream stream, Duration time, AtomicBoolean over) {
        try {
            Thread.sleep(time);
            over.set(true);
            stream.close();
        } catch (InterruptedException | IOException e) {
            // The body was read to its end.
        }
    }

    private static boolean isText(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        boolean packed = headers.firstValue("Content-Encoding").isPresent();
        return !packed && (type.startsWith("text/") || type.contains("json") || type.contains("javascript"));
    }

    private static Map<String, List<String>> headers(HttpHeaders headers) {
        Map<String, List<String>> kept = new TreeMap<>(headers.map());
        kept.keySet().removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }

    /** Prints nothing of the answer. */
    @Override
    public String toString() {
        return "ProxyReply[" + statusCode + ", " + body.length() + " characters]";
    }
}
