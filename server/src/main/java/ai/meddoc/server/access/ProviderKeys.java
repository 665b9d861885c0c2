package ai.meddoc.server.access;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The provider's keys: found by its discovery document on first use, kept for an hour, asked for again when a token names
 * a new one, at most once in half a minute. Thread-safe.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final long REFRESH_MILLIS = 15_000;
    private static final long PAUSE_MILLIS = 30_000;

    private final Discovery discovery;
    private volatile @Nullable JWKSource<SecurityContext> source;

    ProviderKeys(Discovery discovery) {
        this.discovery = discovery;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        JWKSource<SecurityContext> known = source;
        return (known == null ? discovered() : known).get(selector, context);
    }

    private synchronized JWKSource<SecurityContext> discovered() throws KeySourceException {
        JWKSource<SecurityContext> known = source;
        if (known == null) {
            known = JWKSourceBuilder.create(keysAddress(), discovery.retriever())
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
            return discovery.address("jwks_uri").toURL();
        } catch (IOException | IllegalArgumentException e) {
            throw new KeySourceException("the provider does not answer", e);
        }
    }
}
