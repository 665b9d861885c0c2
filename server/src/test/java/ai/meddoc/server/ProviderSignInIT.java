package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.meddoc.server.access.Codes;
import ai.meddoc.server.access.Provider;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People sign in at a provider with real keys, and nobody else does. */
final class ProviderSignInIT {

    private static final Provider PROVIDER = Provider.start();
    private static final String PUBLIC = "http://localhost:9999";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Map<String, String> settings = new HashMap<>();
        settings.put("OIDC_ISSUER", PROVIDER.issuer());
        settings.put("OIDC_AUDIENCE", Provider.AUDIENCE);
        settings.put("OIDC_CLIENT_ID", Codes.CLIENT);
        settings.put("OIDC_CLIENT_SECRET", Codes.SECRET);
        settings.put("PUBLIC_URL", PUBLIC);
        settings.put("REQUESTS_PER_MINUTE", "100000");
        server = RunningServer.start(folder, settings);
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDER.close();
    }

    /** A browser between us and the provider. */
    private record Attempt(URI provider, String cookie) {

        static Attempt begin() {
            Api.Reply reply = server.api().get("/session/provider");
            assertThat(reply.status()).as(reply.text()).isEqualTo(303);
            assertThat(reply.header("Set-Cookie"))
                    .matches("meddoc-sign-in=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600");
            return new Attempt(
                    URI.create(reply.header("Location")),
                    reply.header("Set-Cookie").replaceFirst(";.*", ""));
        }

        Map<String, String> asked() {
            return Codes.fields(provider.getRawQuery());
        }

        String asked(String name) {
            return Objects.requireNonNull(asked().get(name));
        }

        JWTClaimsSet.Builder claims() {
            return PROVIDER.claims().audience(Codes.CLIENT).claim("nonce", asked("nonce"));
        }

        String code(JWTClaimsSet.Builder claims) {
            return PROVIDER.codes().give(provider, PROVIDER.token(claims.build()), "opaque");
        }

        Api.Reply back(Map<String, String> fields) {
            String query = fields.entrySet().stream()
                    .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return server.api()
                    .send(server.api()
                            .request("/api/session/provider/callback?" + query)
                            .header("Cookie", cookie)
                            .GET());
        }

        Api.Reply back(String code) {
            return back(Map.of("state", asked("state"), "code", code));
        }
    }

    private static People.Caller session(Api.Reply reply) {
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/app");
        String cookie = reply.response().headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("meddoc="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        return new People.Caller(server.api(), Map.of("Cookie", cookie.replaceFirst(";.*", "")));
    }

    private static void refuses(Api.Reply reply, String why) {
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/app?sign_in=" + why);
        assertThat(reply.response().headers().allValues("Set-Cookie"))
                .allMatch(header -> header.startsWith("meddoc-sign-in=;"));
    }

    @Test
    void asksTheProviderAsTheStandardsSay() {
        Attempt attempt = Attempt.begin();
        assertThat(attempt.provider().toString()).startsWith(PROVIDER.issuer() + "/authorize?");
        assertThat(attempt.asked())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Codes.CLIENT)
                .containsEntry("redirect_uri", PUBLIC + "/api/session/provider/callback")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256");
        assertThat(List.of(attempt.asked("state"), attempt.asked("nonce"), attempt.asked("code_challenge")))
                .doesNotHaveDuplicates()
                .allMatch(value -> value.length() == 43);
        assertThat(attempt.provider().toString())
                .doesNotContain(attempt.cookie().replaceFirst(".*=", ""));
    }

    @Test
    void letsAPersonInUntilTheySignOut() {
        Attempt attempt = Attempt.begin();
        People.Caller doe = session(attempt.back(attempt.code(
                attempt.claims().claim("preferred_username", "jane\0").claim("email", "jane.doe@example.org"))));
        var who = doe.get("/session").json();
        new Contract().check(who, "SessionReply");
        assertThat(who.path("user_name").asText()).isEqualTo("doe");
        assertThat(who.path("display_name").asText()).isEqualTo("jane.doe@example.org");
        assertThat(who.path("roles").path(0).asText()).isEqualTo("coder");
        assertThat(who.path("provider_sign_out").asText()).startsWith(PROVIDER.issuer() + "/end?client_id=");
        assertThat(doe.get("/documents").status()).isEqualTo(200);
        assertThat(doe.get("/users").status()).isEqualTo(403);
        assertThat(doe.post("/classify", "{\"document_text\":\"Asthma.\"}").status())
                .as("without X-CSRF-Token")
                .isEqualTo(403);
        People.Caller page = doe.with("X-CSRF-Token", who.path("csrf_token").asText());
        assertThat(page.post("/classify", "{\"document_text\":\"Asthma.\"}").status())
                .isEqualTo(200);
        assertThat(page.delete("/session").status()).isEqualTo(204);
        assertThat(doe.get("/documents").status()).isEqualTo(401);
    }

    @Test
    void offersItToThePage() {
        var session = server.api().get("/session").json();
        assertThat(session.path("provider_sign_in").asBoolean()).isTrue();
        assertThat(session.path("local_users").asBoolean()).isFalse();
    }

    @Test
    void takesRolesFromAnAccessTokenOfTheSamePerson() {
        Attempt attempt = Attempt.begin();
        String access = PROVIDER.token(PROVIDER.claims().build());
        String id = PROVIDER.token(attempt.claims().claim("roles", null).build());
        session(attempt.back(PROVIDER.codes().give(attempt.provider(), id, access)));

        Attempt other = Attempt.begin();
        String mallory = PROVIDER.token(
                other.claims().claim("roles", null).subject("mallory").build());
        refuses(other.back(PROVIDER.codes().give(other.provider(), mallory, access)), "no-role");
    }

    static Stream<Arguments> wrongTokens() {
        return Stream.of(
                wrong("no nonce", claims -> claims.claim("nonce", null)),
                wrong(
                        "the nonce of another attempt",
                        claims -> claims.claim("nonce", Attempt.begin().asked("nonce"))),
                wrong("another issuer", claims -> claims.issuer("https://evil.test")),
                wrong("another audience", claims -> claims.audience("billing")),
                wrong("the audience of calls", claims -> claims.audience(Provider.AUDIENCE)),
                wrong("several audiences, no party", claims -> claims.audience(List.of(Codes.CLIENT, "billing"))),
                wrong("another party", claims -> claims.claim("azp", "billing")),
                wrong(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))),
                wrong(
                        "made in the future",
                        claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(120)))),
                wrong("an access token", claims -> claims.claim("token_use", "access")),
                wrong("a bearer token", claims -> claims.claim("typ", "Bearer")),
                wrong("of nobody", claims -> claims.subject(null)));
    }

    private static Arguments wrong(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return arguments(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongTokens")
    void refusesATokenThatIsNotForThisAttempt(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        Attempt attempt = Attempt.begin();
        refuses(attempt.back(attempt.code(change.apply(attempt.claims()))), "refused");
    }

    @Test
    void refusesATokenOfAnotherKey() {
        Attempt attempt = Attempt.begin();
        String forged = PROVIDER.forged(attempt.claims().build());
        refuses(attempt.back(PROVIDER.codes().give(attempt.provider(), forged, "")), "refused");
    }

    static Stream<Arguments> wrongAnswers() {
        return Stream.of(
                arguments("a state that nobody made", Map.of("state", "A".repeat(43), "code", "x")),
                arguments("no state", Map.of("code", "x")),
                arguments("no code", Map.of("error", "access_denied")),
                arguments("a state that is SQL", Map.of("state", "' OR '1'='1", "code", "x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongAnswers")
    void refusesAnAnswerToNothing(String what, Map<String, String> fields) {
        refuses(Attempt.begin().back(fields), "refused");
    }

    @Test
    void refusesACodeThatTheProviderDidNotGive() {
        refuses(Attempt.begin().back("made-up"), "refused");
    }

    @Test
    void refusesAnAnswerOfAnotherProvider() {
        Attempt attempt = Attempt.begin();
        String code = attempt.code(attempt.claims());
        refuses(
                attempt.back(Map.of("state", attempt.asked("state"), "code", code, "iss", "https://evil.test")),
                "refused");
    }

    @Test
    void refusesAnotherBrowserWithTheVictimsAnswer() {
        Attempt attacker = Attempt.begin();
        Attempt victim = Attempt.begin();
        String code = attacker.code(attacker.claims());
        Api.Reply reply = new Attempt(attacker.provider(), victim.cookie()).back(code);
        refuses(reply, "refused");
        refuses(attacker.back(code), "refused");
    }

    @Test
    void refusesACodeOfAnotherAttempt() {
        Attempt stolen = Attempt.begin();
        String code = stolen.code(stolen.claims());
        refuses(Attempt.begin().back(code), "refused");
    }

    @Test
    void takesAnAnswerOnceEvenWhereTheProviderGivesTokensTwice() {
        PROVIDER.codes().allowReplay();
        Attempt attempt = Attempt.begin();
        String code = attempt.code(attempt.claims());
        session(attempt.back(code));
        refuses(attempt.back(code), "refused");
    }

    @Test
    void keepsNothingOfItInTheLog() throws IOException {
        Attempt attempt = Attempt.begin();
        String code = attempt.code(attempt.claims());
        session(attempt.back(code));
        assertThat(server.log()).doesNotContain(code, attempt.asked("state"), Codes.SECRET);
    }
}
