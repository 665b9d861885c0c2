package ai.meddoc.server.access;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The codes of a provider: each good once, for whoever has the verifier of its challenge and the client's secret. */
public final class Codes {

    public static final String CLIENT = "meddoc-web";
    public static final String SECRET = "the client's secret: 100%";

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private boolean guardsReplay = true;

    private record Grant(String challenge, String redirect, String idToken, String accessToken) {}

    /** Parameters of an address or a form. */
    public static Map<String, String> fields(String text) {
        return Arrays.stream(text.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** @param request where the browser was led */
    public String give(URI request, String idToken, String accessToken) {
        Map<String, String> asked = fields(request.getRawQuery());
        String code = Secrets.fresh();
        grants.put(code, new Grant(field(asked, "code_challenge"), field(asked, "redirect_uri"), idToken, accessToken));
        return code;
    }

    /** A careless provider. */
    public void allowReplay() {
        guardsReplay = false;
    }

    Optional<String> exchange(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String code = field(form, "code");
        Grant grant = guardsReplay ? grants.remove(code) : grants.get(code);
        if (grant == null
                || !isClient(exchange.getRequestHeaders().getFirst("Authorization"))
                || !Secrets.challenge(field(form, "code_verifier")).equals(grant.challenge())
                || !field(form, "redirect_uri").equals(grant.redirect())) {
            return Optional.empty();
        }
        return Optional.of("{\"token_type\":\"Bearer\",\"id_token\":\"" + grant.idToken() + "\",\"access_token\":\""
                + grant.accessToken() + "\"}");
    }

    private static boolean isClient(String header) {
        String pair =
                new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        String[] parts = pair.split(":", 2);
        return decoded(parts[0]).equals(CLIENT) && decoded(parts[1]).equals(SECRET);
    }
}
