package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Those who sign in to a server with local users: one of each role, in two tenants. */
final class People {

    static final String TOKEN = "set-up-token-of-at-least-thirty-two-characters";
    static final Map<String, String> SETTINGS = Map.of(
            "LOCAL_USERS",
            "true",
            "SETUP_TOKEN",
            TOKEN,
            "REQUESTS_PER_MINUTE",
            "100000",
            "ANSWER_WITHIN_SECONDS",
            "60");
    static final List<String> ROLES = List.of("viewer", "coder", "provider", "admin", "auditor");
    static final String PASSWORD = "correct horse battery staple";

    private final Api api;
    private final Map<String, Caller> callers = new HashMap<>();

    private People(Api api) {
        this.api = api;
    }

    /** Somebody who calls, and the headers that say who. */
    record Caller(Api api, Map<String, String> headers) {

        Api.Reply get(String path) {
            return send(api.request(path).GET());
        }

        Api.Reply delete(String path) {
            return send(api.request(path).DELETE());
        }

        Api.Reply post(String path, String json) {
            return send(
                    api.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        }

        Api.Reply upload(String name, byte[] content, Map<String, String> fields) {
            return send(api.uploadRequest(name, content, fields));
        }

        Api.Reply uploadAsync(String name, byte[] content) {
            return send(api.uploadRequest(name, content, Map.of()).header("Prefer", "respond-async"));
        }

        Api.Reply send(HttpRequest.Builder request) {
            headers.forEach(request::header);
            return api.send(request);
        }

        Caller with(String name, String value) {
            Map<String, String> more = new HashMap<>(headers);
            more.put(name, value);
            return new Caller(api, more);
        }

        Caller without(String name) {
            Map<String, String> less = new HashMap<>(headers);
            less.remove(name);
            return new Caller(api, less);
        }
    }

    /** Makes the first administrator of a fresh server, and with them one person per role and tenant. */
    static People of(RunningServer server) {
        People people = new People(server.api());
        assertThat(people.api.post("/setup", setUp(TOKEN)).status()).isEqualTo(204);
        Caller first = people.signIn("root");
        for (String tenant : List.of("default", "other")) {
            for (String role : ROLES) {
                String name = role + "@" + tenant;
                Api.Reply made = first.post(
                        "/users",
                        "{\"user_name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role
                                + "\"],\"tenant\":\"" + tenant + "\"}");
                assertThat(made.status()).as(made.text()).isEqualTo(201);
            }
        }
        return people;
    }

    /** Those of a server whose people were made before. */
    static People known(RunningServer server) {
        return new People(server.api());
    }

    static String setUp(String token) {
        return "{\"token\":\"" + token + "\",\"user_name\":\"root\",\"password\":\"" + PASSWORD + "\"}";
    }

    static String credentials(String name, String password) {
        return "{\"user_name\":\"" + name + "\",\"password\":\"" + password + "\"}";
    }

    static String newUser(String name, String role) {
        return "{\"user_name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\",\"roles\":[\"" + role + "\"]}";
    }

    Caller nobody() {
        return new Caller(api, Map.of());
    }

    /** The person with a role, signed in. */
    Caller as(String role, String tenant) {
        return callers.computeIfAbsent(role + "@" + tenant, this::signIn);
    }

    Caller as(String role) {
        return as(role, "default");
    }

    Caller signIn(String name) {
        Api.Reply reply = api.post("/session", credentials(name, PASSWORD));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode session = reply.json();
        String cookie = reply.header("Set-Cookie").replaceFirst(";.*", "");
        return new Caller(
                api,
                Map.of(
                        "Cookie",
                        cookie,
                        "X-CSRF-Token",
                        session.path("csrf_token").asText()));
    }

    Caller key(String permission) {
        Api.Reply made =
                as("admin").post("/api-keys", "{\"name\":\"a program\",\"permissions\":[\"" + permission + "\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return bearer(made.json().path("key").asText());
    }

    Caller bearer(String token) {
        return new Caller(api, Map.of("Authorization", "Bearer " + token));
    }
}
