package ai.meddoc.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider's own description, asked for on first use and then every hour. Thread-safe. */
final class Discovery {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 200_000;
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    private final URI issuer;
    private final ObjectMapper json;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private @Nullable JsonNode known;
    private long readAt;

    Discovery(URI issuer, ObjectMapper json) {
        this.issuer = issuer;
        this.json = json;
    }

    URI issuer() {
        return issuer;
    }

    ResourceRetriever retriever() {
        return retriever;
    }

    /**
     * An address that the provider names.
     *
     * @throws IOException if the provider does not answer, or names none that is safe
     */
    URI address(String field) throws IOException {
        return optionalAddress(field).orElseThrow(() -> new IOException("the provider names no safe " + field));
    }

    Optional<URI> optionalAddress(String field) throws IOException {
        try {
            URI address = URI.create(document().path(field).asText());
            boolean safe =
                    "https".equals(address.getScheme()) || issuer.getScheme().equals(address.getScheme());
            return safe ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a list that the provider gives has a word; true where it gives no such list. */
    boolean lists(String field, String word) throws IOException {
        JsonNode list = document().path(field);
        return list.isMissingNode()
                || list.valueStream().anyMatch(entry -> entry.asText().equals(word));
    }

    private synchronized JsonNode document() throws IOException {
        JsonNode document = known;
        if (document == null || System.nanoTime() - readAt > HOUR_NANOS) {
            document = read(document);
            known = document;
            readAt = System.nanoTime();
        }
        return document;
    }

    /** An outage of the provider does not take away what it said before. */
    private JsonNode read(@Nullable JsonNode before) throws IOException {
        try {
            return fetched();
        } catch (IOException e) {
            if (before == null) {
                throw e;
            }
            return before;
        }
    }

    private JsonNode fetched() throws IOException {
        String text = issuer.toString();
        String base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        var address = URI.create(base + "/.well-known/openid-configuration").toURL();
        JsonNode document = json.readTree(retriever.retrieveResource(address).getContent());
        if (!text.equals(document.path("issuer").asText())) {
            throw new IOException("the discovery document names another issuer");
        }
        return document;
    }
}
