package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Calls any route of the contract so that it can answer: at an address that leads somewhere, with a body that it takes. */
final class RouteCalls {

    private static final String TEXT = "{\"document_text\":\"Type 2 diabetes mellitus.\"}";
    private static final String HOLD = "{\"reason\":\"litigation\"}";

    private final People people;

    RouteCalls(People people) {
        this.people = people;
    }

    Api.Reply send(People.Caller caller, String method, String template, String address) {
        return switch (method) {
            case "GET" -> caller.get(address);
            case "DELETE" -> caller.delete(address);
            case "POST" -> post(caller, template, address);
            default -> throw new IllegalArgumentException("no such method here: " + method);
        };
    }

    private static Api.Reply post(People.Caller caller, String template, String address) {
        if (Reviewing.is(address)) {
            return Reviewing.first(caller).post(address, Reviewing.ACCEPT);
        }
        return template.equals("/documents")
                ? caller.upload("a.txt", Samples.note(), Map.of("run_pipeline", "false"))
                : caller.send(caller.api()
                        .request(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body(template))));
    }

    private static String body(String template) {
        return switch (template) {
            case "/classify", "/extract-codes", "/summarize" -> TEXT;
            case "/setup" -> People.setUp(People.TOKEN);
            case "/session" -> People.credentials("viewer@default", People.PASSWORD);
            case "/session/emergency" -> "{\"reason\":\"unconscious patient, no provider on duty\"}";
            case "/documents/{id}/hold" -> HOLD;
            case "/direct-uploads" -> "{\"filename\":\"a.txt\",\"size_bytes\":1,\"sha256\":\"" + "a".repeat(64) + "\"}";
            case "/users" -> newUser("user-" + System.nanoTime());
            case "/api-keys" -> "{\"name\":\"k\",\"permissions\":[\"read\"]}";
            default -> "{}";
        };
    }

    private static String newUser(String name) {
        return "{\"user_name\":\"" + name + "\",\"password\":\"" + People.PASSWORD + "\",\"roles\":[\"viewer\"]}";
    }

    /** An address that leads to something of the tenant default, made for this request. */
    String address(String template) {
        if (template.startsWith("/documents/{id}/review")) {
            return with(template, Reviewing.document(people.as("provider"), template));
        }
        if (template.startsWith("/documents/{id}/analyses")) {
            String processed = with(template, document(true).path("document_id").asLong());
            return processed.endsWith("/compare") ? processed + "?from=1&to=1" : processed.replace("{version}", "1");
        }
        if (template.startsWith("/documents/{id}")) {
            String address = with(template, document(false).path("document_id").asLong());
            if (template.endsWith("/hold")) {
                people.as("admin").post(address, HOLD);
            }
            return address;
        }
        return switch (template) {
            case "/jobs/{id}", "/jobs/{id}/events", "/jobs/{id}/retry", "/jobs/{id}/cancel" ->
                with(template, document(true).path("job_id").asLong());
            case "/codes" -> "/codes?q=hypertension";
            case "/codes/{code}" -> "/codes/I10";
            case "/direct-uploads/{id}/complete", "/webhooks/deliveries/{id}/retry" -> with(template, 999_999);
            case "/users/{name}" -> "/users/" + user();
            case "/api-keys/{id}" -> with(template, key());
            case "/audit/{seq}/shown" -> "/audit/" + row() + "/shown";
            default -> template;
        };
    }

    private static String with(String template, long id) {
        return template.replace("{id}", String.valueOf(id));
    }

    /** As uploaded by a provider. */
    JsonNode document(boolean run) {
        Api.Reply reply =
                people.as("provider").upload("m.txt", Samples.note(), Map.of("run_pipeline", String.valueOf(run)));
        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        return reply.json();
    }

    private String user() {
        String name = "user-" + System.nanoTime();
        Api.Reply made = people.as("admin").post("/users", newUser(name));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return name;
    }

    private long key() {
        return people.as("admin")
                .post("/api-keys", body("/api-keys"))
                .json()
                .path("id")
                .asLong();
    }

    /** Of a document. */
    private long row() {
        document(false);
        return people.as("auditor")
                .get("/audit?limit=1")
                .json()
                .path(0)
                .path("seq")
                .asLong();
    }
}
