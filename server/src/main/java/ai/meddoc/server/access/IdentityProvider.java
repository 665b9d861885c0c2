package ai.meddoc.server.access;

import ai.meddoc.server.settings.AccessSettings;
import ai.meddoc.server.settings.AccessSettings.Oidc;
import ai.meddoc.server.settings.Settings;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The OpenID provider whose word is taken, if there is one. Thread-safe. */
@Singleton
final class IdentityProvider {

    private final Optional<Discovery> discovery;
    private final Optional<Tokens> calls;
    private final Optional<Tokens> signIns;

    IdentityProvider(Settings settings, ObjectMapper json) {
        AccessSettings access = settings.access();
        this.discovery = access.oidc().map(oidc -> new Discovery(oidc.issuer(), json));
        Optional<ProviderKeys> keys = discovery.map(ProviderKeys::new);
        this.calls = access.oidc().flatMap(oidc -> keys.map(found -> new Tokens(Claims.ofCalls(oidc), found)));
        this.signIns = access.oidc()
                .flatMap(oidc -> access.oidcClient().map(client -> withAudience(oidc, client.id())))
                .flatMap(oidc -> keys.map(found -> new Tokens(Claims.ofSignIns(oidc), found)));
    }

    private static Oidc withAudience(Oidc oidc, String audience) {
        return new Oidc(oidc.issuer(), audience, oidc.rolesClaim(), oidc.tenantClaim());
    }

    Optional<Discovery> discovery() {
        return discovery;
    }

    /** A token that came with a call, if it holds. */
    Optional<Tokens.Valid> call(String token) {
        return calls.flatMap(tokens -> tokens.check(token));
    }

    /** An ID token, if it holds; the attempt that it belongs to is for the caller to compare. */
    Optional<Tokens.Valid> signIn(String token) {
        return signIns.flatMap(tokens -> tokens.check(token));
    }
}
