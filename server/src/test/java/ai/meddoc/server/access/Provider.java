package ai.meddoc.server.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** An OpenID provider on this machine: discovery, keys, tokens. */
public final class Provider implements AutoCloseable {

    public static final String AUDIENCE = "meddoc";

    private final HttpServer server;
    private final List<JWK> keys = new ArrayList<>();
    private final RSAKey key;
    private final Codes codes = new Codes();

    private Provider(HttpServer server) {
        this.server = server;
        this.key = key("first");
        keys.add(key.toPublicJWK());
    }

    public static Provider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Provider provider = new Provider(server);
            server.createContext(
                    "/realm/.well-known/openid-configuration",
                    exchange -> answer(
                            exchange,
                            "{\"issuer\":\"" + provider.issuer() + "\",\"jwks_uri\":\"" + provider.issuer()
                                    + "/keys\",\"authorization_endpoint\":\"" + provider.issuer()
                                    + "/authorize\",\"token_endpoint\":\"" + provider.issuer()
                                    + "/token\",\"end_session_endpoint\":\"" + provider.issuer() + "/end\"}"));
            server.createContext("/realm/token", exchange -> exchange(exchange, provider.codes.exchange(exchange)));
            server.createContext("/realm/keys", exchange -> answer(exchange, new JWKSet(provider.keys).toString()));
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exchange(HttpExchange exchange, Optional<String> tokens) throws IOException {
        answer(exchange, tokens.isPresent() ? 200 : 400, tokens.orElse("{\"error\":\"invalid_grant\"}"));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        answer(exchange, 200, json);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    }

    /** Those it gave out for signing in. */
    public Codes codes() {
        return codes;
    }

    RSAKey key() {
        return key;
    }

    /** Adds a key, as a provider does that replaces one. */
    void publish(JWK other) {
        keys.add(other.toPublicJWK());
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a token that holds. */
    public JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("doe")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("roles", List.of("coder"));
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(JOSEObjectType.JWT);
    }

    public String token(JWTClaimsSet claims) {
        return sign(header().build(), claims, key);
    }

    /** The same by somebody who has not the provider's key. */
    public String forged(JWTClaimsSet claims) {
        return sign(header().build(), claims, key(key.getKeyID()));
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
