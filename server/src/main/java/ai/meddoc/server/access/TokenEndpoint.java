package ai.meddoc.server.access;

import ai.meddoc.server.settings.AccessSettings.OidcClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the provider exchanges a code for tokens. Thread-safe. */
final class TokenEndpoint {

    private static final int MOST_BYTES = 200_000;
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Discovery discovery;
    private final OidcClient client;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    TokenEndpoint(Discovery discovery, OidcClient client, ObjectMapper json) {
        this.discovery = discovery;
        this.client = client;
        this.json = json;
    }

    /** @param access empty where the provider gave none */
    record Granted(String id, String access) {

        @Override
        public String toString() {
            return "Granted[***]";
        }
    }

    /**
     * Exchanges a code.
     *
     * @return empty if the provider refuses it
     * @throws IOException if the provider does not answer as one does
     */
    Optional<Granted> exchange(String code, String verifier) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", client.callback());
        fields.put("client_id", client.id());
        fields.put("code_verifier", verifier);
        HttpResponse<InputStream> response = send(fields);
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 500) {
                throw new IOException("the provider answered " + response.statusCode());
            }
            JsonNode reply = json.readTree(body.readNBytes(MOST_BYTES));
            String id = reply.path("id_token").asText();
            return response.statusCode() != 200 || id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Granted(id, reply.path("access_token").asText()));
        }
    }

    private HttpResponse<InputStream> send(Map<String, String> fields) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(discovery.address("token_endpoint"))
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json");
        if (client.secret().isPresent()) {
            authenticate(request, fields, client.secret().get());
        }
        try {
            return http.send(request.POST(BodyPublishers.ofString(form(fields))).build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void authenticate(HttpRequest.Builder request, Map<String, String> fields, String secret)
            throws IOException {
        if (discovery.lists("token_endpoint_auth_methods_supported", "client_secret_basic")) {
            String pair = encoded(client.id()) + ":" + encoded(secret);
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            fields.put("client_secret", secret);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
