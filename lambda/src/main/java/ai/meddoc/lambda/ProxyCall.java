package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An event of API Gateway (a REST API's proxy integration, payload version 1.0) as the request that it stands for.
 *
 * @param server the address that the server listens on
 */
record ProxyCall(JsonNode event, URI server) {

    /** Of one connection, or set anew: the caller's address is what API Gateway saw, not what the caller wrote. */
    private static final Set<String> LEFT_OUT = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "te",
            "transfer-encoding",
            "upgrade",
            "x-forwarded-for",
            "x-forwarded-host");

    HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path() + query()))
                .method(event.path("httpMethod").asText(), BodyPublishers.ofByteArray(body()));
        event.path("multiValueHeaders").properties().forEach(header -> {
            if (!LEFT_OUT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> request.header(header.getKey(), value.asText()));
            }
        });
        String caller =
                event.path("requestContext").path("identity").path("sourceIp").asText();
        if (!caller.isEmpty()) {
            request.header("X-Forwarded-For", caller);
        }
        return request;
    }

    /** As it came: escapes stay, and what an address cannot hold is escaped. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (byte b : event.path("path").asText("/").getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c > ' ' && c < 0x7f && "\"#<>?[\\]^`{|}".indexOf(c) < 0) {
                path.append(c);
            } else {
                path.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return path.indexOf("/") == 0 ? path.toString().replaceFirst("^/+", "/") : "/" + path;
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        event.path("multiValueQueryStringParameters")
                .properties()
                .forEach(parameter -> parameter
                        .getValue()
                        .forEach(value -> pairs.add(encode(parameter.getKey()) + "=" + encode(value.asText()))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private byte[] body() {
        String body = event.path("body").asText("");
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** Prints nothing of the request. */
    @Override
    public String toString() {
        return "ProxyCall[" + event.path("httpMethod").asText() + "]";
    }
}
