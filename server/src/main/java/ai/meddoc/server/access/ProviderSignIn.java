package ai.meddoc.server.access;

import ai.meddoc.server.access.SignInAttemptRows.Attempt;
import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.AccessSettings.OidcClient;
import ai.meddoc.server.settings.Settings;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * People sign in at their organisation: the authorization code flow of OpenID Connect with PKCE. The provider's answer is
 * taken once, from the browser that asked, for the token that this attempt asked for. Thread-safe.
 */
@Singleton
final class ProviderSignIn {

    private final Optional<OidcClient> client;
    private final IdentityProvider provider;
    private final SignInAttemptRows attempts;
    private final SessionRows sessions;
    private final AuditTrail trail;
    private final Database database;
    private final InstantSource clock;
    private final Optional<TokenEndpoint> tokens;

    ProviderSignIn(
            Settings settings,
            IdentityProvider provider,
            SignInAttemptRows attempts,
            SessionRows sessions,
            AuditTrail trail,
            Database database,
            InstantSource clock,
            ObjectMapper json) {
        this.client = settings.access().oidcClient();
        this.provider = provider;
        this.attempts = attempts;
        this.sessions = sessions;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
        this.tokens = provider.discovery()
                .flatMap(discovery -> client.map(known -> new TokenEndpoint(discovery, known, json)));
    }

    boolean isOffered() {
        return client.isPresent();
    }

    /** How an attempt ended. */
    sealed interface Ending {

        /** @param secret of the session's cookie */
        record SignedIn(String secret) implements Ending {

            @Override
            public String toString() {
                return "SignedIn[***]";
            }
        }

        /** @param why for the page: {@code refused}, {@code no-role} or {@code unavailable} */
        record Refused(String why) implements Ending {}
    }

    /** What the provider answered, as the browser brought it. */
    record Answer(String state, String code, String issuer, String browser) {

        @Override
        public String toString() {
            return "Answer[***]";
        }
    }

    /** Where the browser goes to sign in. */
    record Beginning(URI address, String browser) {

        @Override
        public String toString() {
            return "Beginning[***]";
        }
    }

    /** @throws IOException if the provider does not answer */
    Beginning begin() throws IOException {
        OidcClient known = client.orElseThrow(ProviderSignIn::notOffered);
        URI page = provider.discovery().orElseThrow(ProviderSignIn::notOffered).address("authorization_endpoint");
        Attempt attempt = Attempt.fresh();
        database.write(connection -> {
            attempts.insert(connection, attempt, clock.millis());
            return true;
        });
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("response_type", "code");
        fields.put("client_id", known.id());
        fields.put("redirect_uri", known.callback());
        fields.put("scope", "openid");
        fields.put("state", attempt.state());
        fields.put("nonce", attempt.nonce());
        fields.put("code_challenge", Secrets.challenge(attempt.verifier()));
        fields.put("code_challenge_method", "S256");
        String separator = page.getRawQuery() == null ? "?" : "&";
        return new Beginning(URI.create(page + separator + TokenEndpoint.form(fields)), attempt.browser());
    }

    static ProblemException notOffered() {
        return ProblemException.notFound("Nobody signs in with a browser at a provider here; see OIDC_CLIENT_ID.");
    }

    Ending finish(Answer answer, AuditEntry entry) {
        try {
            Optional<Tokens.Valid> person = isOurs(answer) ? person(answer) : Optional.empty();
            return person.map(valid -> admitted(valid.caller(), entry)).orElseGet(() -> refused("refused", entry));
        } catch (IOException | ProblemException e) {
            return refused("unavailable", entry);
        }
    }

    /** Where several providers are in play, an answer may come from the wrong one: RFC 9207. */
    private boolean isOurs(Answer answer) {
        String ours = provider.discovery()
                .orElseThrow(ProviderSignIn::notOffered)
                .issuer()
                .toString();
        return !answer.code().isEmpty()
                && !answer.state().isEmpty()
                && (answer.issuer().isEmpty() || answer.issuer().equals(ours));
    }

    private Optional<Tokens.Valid> person(Answer answer) throws IOException {
        Optional<Attempt> attempt = database.write(
                connection -> attempts.take(connection, answer.state(), answer.browser(), clock.millis()));
        if (attempt.isEmpty()) {
            return Optional.empty();
        }
        Optional<TokenEndpoint.Granted> granted = tokens.orElseThrow(ProviderSignIn::notOffered)
                .exchange(answer.code(), attempt.get().verifier());
        return granted.flatMap(found -> provider.signIn(found.id())
                .filter(valid -> Secrets.same(valid.nonce(), attempt.get().nonce()))
                .map(valid -> withRoles(valid, found.access())));
    }

    /** Some providers tell roles in the access token alone; it counts if it holds by itself and is the same person's. */
    private Tokens.Valid withRoles(Tokens.Valid valid, String access) {
        return valid.caller().roles().isEmpty()
                ? provider.call(access)
                        .filter(other ->
                                other.caller().actor().equals(valid.caller().actor()))
                        .orElse(valid)
                : valid;
    }

    private Ending admitted(Caller caller, AuditEntry entry) {
        Actor actor = caller.actor();
        if (caller.roles().isEmpty()) {
            return refused("no-role", entry.as(actor));
        }
        return new Ending.SignedIn(trail.change(
                entry.as(actor).detail("known as " + caller.label()),
                connection -> sessions.begin(connection, caller)));
    }

    private Ending refused(String why, AuditEntry entry) {
        trail.record(entry.detail(why).denied());
        return new Ending.Refused(why);
    }

    /** Where a person signs out of the provider too, so that the next one at this machine does not get in by it. */
    Optional<URI> signOutAddress() {
        try {
            return client.isEmpty() ? Optional.empty() : signOutAddress(client.get());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<URI> signOutAddress(OidcClient known) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", known.id());
        fields.put("post_logout_redirect_uri", known.publicUrl() + "/app");
        return provider.discovery()
                .orElseThrow(ProviderSignIn::notOffered)
                .optionalAddress("end_session_endpoint")
                .map(address ->
                        URI.create(address + (address.getRawQuery() == null ? "?" : "&") + TokenEndpoint.form(fields)));
    }
}
