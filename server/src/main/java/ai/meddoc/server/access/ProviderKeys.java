package ai.meddoc.server.access;

import ai.meddoc.server.settings.AccessSettings.Oidc;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's keys: found by its discovery document on first use, kept for an hour, asked for again when a token names
 * a new one, at most once in half a minute. Thread-safe.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MOST_BYTES = 200_000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long REFRESH_MILLIS = 15_000;
    private static final long PAUSE_MILLIS = 30_000;

    private final Oidc oidc;
    private final ObjectMapper json;
    private final ResourceRetriever retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES);
    private volatile @Nullable JWKSource<SecurityContext> source;

    ProviderKeys(Oidc oidc, ObjectMapper json) {
        this.oidc = oidc;
        this.json = json;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        JWKSource<SecurityContext> known = source;
        return (known == null ? discovered() : known).get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> discovered() throws KeySourceException {
        JWKSource<SecurityContext> known = source;
        if (known == null) {
            known = JWKSourceBuilder.create(keysAddress(), retriever)
                    .cache(HOUR_MILLIS, REFRESH_MILLIS)
                    .rateLimited(PAUSE_MILLIS)
                    .retrying(true)
                    .outageTolerant(HOUR_MILLIS * 4)
                    .build();
            source = known;
        }
        return known;
    }

    private URL keysAddress() throws KeySourceException {
        try {
            String issuer = oidc.issuer().toString();
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            URL discovery =
                    URI.create(base + "/.well-known/openid-configuration").toURL();
            JsonNode document =
                    json.readTree(retriever.retrieveResource(discovery).getContent());
            URI keys = URI.create(document.path("jwks_uri").asText());
            boolean safe = "https".equals(keys.getScheme())
                    || oidc.issuer().getScheme().equals(keys.getScheme());
            if (!issuer.equals(document.path("issuer").asText()) || !safe) {
                throw new KeySourceException("the discovery document names another issuer or an unsafe address");
            }
            return keys.toURL();
        } catch (IOException | IllegalArgumentException e) {
            throw new KeySourceException("the provider does not answer", e);
        }
    }
}
