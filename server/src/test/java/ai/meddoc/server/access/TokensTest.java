package ai.meddoc.server.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.settings.AccessSettings.Oidc;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token is taken when everything about it is right, and refused when one thing is not. */
final class TokensTest {

    private static final Provider PROVIDER = Provider.start();
    private static final RSAKey STRANGER = Provider.key(PROVIDER.key().getKeyID());
    private static final String GOOD = PROVIDER.token(PROVIDER.claims().build());
    private static final Tokens TOKENS = tokens("roles", Optional.empty());

    private static Tokens tokens(String roles, Optional<String> tenant) {
        Oidc oidc = new Oidc(URI.create(PROVIDER.issuer()), Provider.AUDIENCE, roles, tenant);
        return new Tokens(Claims.ofCalls(oidc), keys(oidc));
    }

    private static ProviderKeys keys(Oidc oidc) {
        return new ProviderKeys(new Discovery(oidc.issuer(), new ObjectMapper()));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void takesWhatItsProviderSigned() {
        assertThat(TOKENS.check(GOOD)).isPresent().get().satisfies(valid -> {
            assertThat(valid.caller().actor().name()).isEqualTo("doe");
            assertThat(valid.caller().tenant()).isEqualTo("default");
            assertThat(valid.caller().roles()).containsExactly(Role.CODER);
        });
    }

    static Stream<Arguments> attacks() throws JOSEException {
        JWTClaimsSet claims = PROVIDER.claims().build();
        RSAKey key = PROVIDER.key();
        String[] parts = GOOD.split("\\.");
        return Stream.of(
                arguments("alg none", new PlainJWT(claims).serialize()),
                arguments("alg none, signature kept", new PlainJWT(claims).serialize() + parts[2]),
                arguments("alg NoNe", header("{\"alg\":\"NoNe\",\"kid\":\"first\"}", parts)),
                arguments(
                        "alg HS256 with the public key's text as secret",
                        mixed(key.toPublicJWK().toJSONString())),
                arguments(
                        "alg HS256 with the public key's modulus as secret",
                        mixed(key.getModulus().toString())),
                arguments("alg RS256 said, RS512 signed", header("{\"alg\":\"RS512\",\"kid\":\"first\"}", parts)),
                arguments("alg unknown", header("{\"alg\":\"XX\",\"kid\":\"first\"}", parts)),
                arguments("alg missing", header("{\"kid\":\"first\"}", parts)),
                arguments("kid missing", signed(new JWSHeader.Builder(JWSAlgorithm.RS256))),
                arguments("kid unknown", signed(PROVIDER.header().keyID("second"))),
                arguments("kid a path", signed(PROVIDER.header().keyID("../../dev/null"))),
                arguments("kid a query", signed(PROVIDER.header().keyID("first' OR '1'='1"))),
                arguments("kid empty", signed(PROVIDER.header().keyID(""))),
                arguments("jku", signed(PROVIDER.header().jwkURL(URI.create("https://evil.test/keys")))),
                arguments("x5u", signed(PROVIDER.header().x509CertURL(URI.create("https://evil.test/c")))),
                arguments("x5c", signed(PROVIDER.header().x509CertChain(List.of(Base64.encode("a"))))),
                arguments(
                        "jwk embedded",
                        Provider.sign(
                                PROVIDER.header().jwk(STRANGER.toPublicJWK()).build(), claims, STRANGER)),
                arguments("crit", signed(PROVIDER.header().criticalParams(Set.of("exp")))),
                arguments("typ of another kind", signed(PROVIDER.header().type(new JOSEObjectType("logout+jwt")))),
                arguments(
                        "signed by another key of the same name",
                        Provider.sign(PROVIDER.header().build(), claims, STRANGER)),
                arguments("signature empty", parts[0] + "." + parts[1] + "."),
                arguments("signature of zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[256])),
                arguments("signature cut", GOOD.substring(0, GOOD.length() - 10)),
                arguments(
                        "signature of another token",
                        parts[0] + "." + parts[1] + "."
                                + PROVIDER.token(PROVIDER.claims()
                                                .subject("other")
                                                .build())
                                        .split("\\.")[2]),
                arguments(
                        "claims changed",
                        parts[0] + "." + Base64URL.encode(claims.toString().replace("coder", "admin")) + "."
                                + parts[2]),
                arguments("cut to two parts", parts[0] + "." + parts[1]),
                arguments("four parts", GOOD + ".AAAA"),
                arguments("empty", ""),
                arguments("not a token", "meddoc"),
                arguments("longer than any token", GOOD + "A".repeat(20_000)),
                arguments("encrypted", encrypted(key)),
                arguments("expired", with(PROVIDER.claims().expirationTime(in(-60)))),
                arguments("never expiring", with(PROVIDER.claims().expirationTime(null))),
                arguments("not yet", with(PROVIDER.claims().notBeforeTime(in(120)))),
                arguments("made in the future", with(PROVIDER.claims().issueTime(in(120)))),
                arguments("for somebody else", with(PROVIDER.claims().audience("billing"))),
                arguments("for nobody", with(PROVIDER.claims().audience((String) null))),
                arguments(
                        "for a name that begins like ours",
                        with(PROVIDER.claims().audience("meddoc-dev"))),
                arguments("from another issuer", with(PROVIDER.claims().issuer("https://evil.test"))),
                arguments(
                        "from an issuer that ends otherwise",
                        with(PROVIDER.claims().issuer(PROVIDER.issuer() + "/"))),
                arguments("from no issuer", with(PROVIDER.claims().issuer(null))),
                arguments("of nobody", with(PROVIDER.claims().subject(null))),
                arguments("of a blank name", with(PROVIDER.claims().subject("  "))),
                arguments("of a name with NUL", with(PROVIDER.claims().subject("doe\0"))),
                arguments("a refresh token", with(PROVIDER.claims().claim("typ", "Refresh"))),
                arguments("an ID token by its claim", with(PROVIDER.claims().claim("typ", "ID"))),
                arguments(
                        "Cognito's, of another client",
                        with(PROVIDER.claims()
                                .audience((String) null)
                                .claim("token_use", "access")
                                .claim("client_id", "billing"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void refuses(String attack, String token) {
        assertThat(TOKENS.check(token)).as(attack).isEmpty();
        assertThat(TOKENS.check(GOOD)).as("and goes on").isPresent();
    }

    @Test
    void takesCognitosAccessTokens() {
        String token = PROVIDER.token(PROVIDER.claims()
                .audience((String) null)
                .claim("token_use", "access")
                .claim("client_id", Provider.AUDIENCE)
                .claim("cognito:groups", List.of("meddoc-provider", "others"))
                .build());
        assertThat(tokens("cognito:groups", Optional.empty())
                        .check(token)
                        .orElseThrow()
                        .caller()
                        .roles())
                .containsExactly(Role.PROVIDER);
    }

    @Test
    void readsRolesAndTenantWhereProvidersPutThem() {
        String token = PROVIDER.token(PROVIDER.claims()
                .claim("realm_access", Map.of("roles", List.of("auditor", "unknown")))
                .claim("https://example.org/roles", "viewer,admin")
                .claim("hospital", "north")
                .build());
        Caller keycloak = tokens("realm_access.roles", Optional.of("hospital"))
                .check(token)
                .orElseThrow()
                .caller();
        assertThat(keycloak.roles()).containsExactly(Role.AUDITOR);
        assertThat(keycloak.tenant()).isEqualTo("north");
        assertThat(tokens("https://example.org/roles", Optional.empty())
                        .check(token)
                        .orElseThrow()
                        .caller()
                        .roles())
                .containsExactlyInAnyOrder(Role.VIEWER, Role.ADMIN);
        assertThat(tokens("roles", Optional.of("clinic")).check(token))
                .as("no tenant where one is asked for")
                .isEmpty();
    }

    @Test
    void callsATokenByWhatIsSignedHoweverItIsWritten() {
        char last = GOOD.charAt(GOOD.length() - 1);
        char same = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .charAt("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".indexOf(last) ^ 1);
        String other = GOOD.substring(0, GOOD.length() - 1) + same;
        TOKENS.check(other)
                .ifPresent(valid -> assertThat(valid.caller().credential())
                        .isEqualTo(TOKENS.check(GOOD).orElseThrow().caller().credential()));
        assertThat(other).isNotEqualTo(GOOD);
    }

    @Test
    void findsTheKeyThatAProviderChangedTo() {
        RSAKey next = Provider.key("next");
        Tokens fresh = tokens("roles", Optional.empty());
        assertThat(fresh.check(GOOD)).isPresent();
        PROVIDER.publish(next);
        String token = Provider.sign(
                PROVIDER.header().keyID("next").build(), PROVIDER.claims().build(), next);
        assertThat(fresh.check(token)).isPresent();
    }

    @Test
    void saysThatTheProviderIsAway() {
        Oidc nobody = new Oidc(URI.create("http://127.0.0.1:1/realm"), "a", "roles", Optional.empty());
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Tokens(Claims.ofCalls(nobody), keys(nobody)).check(GOOD));
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static String with(JWTClaimsSet.Builder claims) {
        return PROVIDER.token(claims.build());
    }

    private static String signed(JWSHeader.Builder header) {
        return Provider.sign(header.build(), PROVIDER.claims().build(), PROVIDER.key());
    }

    private static String header(String json, String[] parts) {
        return Base64URL.encode(json) + "." + parts[1] + "." + parts[2];
    }

    private static String mixed(String secret) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                PROVIDER.claims().build());
        jwt.sign(new MACSigner(secret.getBytes(UTF_8)));
        return jwt.serialize();
    }

    private static String encrypted(RSAKey key) throws JOSEException {
        EncryptedJWT jwt = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .keyID("first")
                        .build(),
                PROVIDER.claims().build());
        jwt.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
        return jwt.serialize();
    }
}
