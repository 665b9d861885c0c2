package ai.meddoc.lambda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events as AWS sends them. */
final class Events {

    private Events() {}

    /** Of a REST API in front of a function, every body in base64 as with binary media types {@code *}{@code /*}. */
    static Map<String, Object> call(String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, List<String>> all = new HashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("Host", List.of("api.example.org"));
        all.put("X-Forwarded-Proto", List.of("https"));
        all.put("X-Forwarded-For", List.of("203.0.113.9, 198.51.100.7"));
        int question = path.indexOf('?');
        Map<String, List<String>> query = new HashMap<>();
        if (question > 0) {
            for (String pair : path.substring(question + 1).split("&")) {
                query.put(pair.substring(0, pair.indexOf('=')), List.of(pair.substring(pair.indexOf('=') + 1)));
            }
        }
        return Map.of(
                "resource",
                "/{proxy+}",
                "httpMethod",
                method,
                "path",
                question > 0 ? path.substring(0, question) : path,
                "multiValueHeaders",
                all,
                "multiValueQueryStringParameters",
                query,
                "requestContext",
                Map.of("identity", Map.of("sourceIp", "198.51.100.7")),
                "body",
                Base64.getEncoder().encodeToString(body),
                "isBase64Encoded",
                true);
    }

    static Map<String, Object> get(String path) {
        return call("GET", path, Map.of(), new byte[0]);
    }

    static Map<String, Object> upload(String name, byte[] content) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        parts.add(content);
        parts.add("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        byte[] body = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, body, at, part.length);
            at += part.length;
        }
        return call(
                "POST",
                "/api/documents",
                Map.of("Content-Type", "multipart/form-data; boundary=b", "Prefer", "respond-async"),
                body);
    }

    /** A batch of a queue: its messages are named m0, m1 ... */
    static Map<String, Object> messages(String... bodies) {
        List<Map<String, Object>> records = new ArrayList<>();
        for (String body : bodies) {
            records.add(Map.of("messageId", "m" + records.size(), "eventSource", "aws:sqs", "body", body));
        }
        return Map.of("Records", records);
    }

    /** What EventBridge says of a file that reached the bucket, cut to its object. */
    static String stored(String key) {
        return "{\"key\":\"" + key + "\",\"size\":1,\"etag\":\"e\",\"sequencer\":\"1\"}";
    }
}
