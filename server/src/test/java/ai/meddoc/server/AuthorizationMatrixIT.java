package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route of the contract by every role: own, another tenant's, with nothing, with what expired. */
final class AuthorizationMatrixIT {

    private static final Contract CONTRACT = new Contract();
    private static final String TEXT = "{\"document_text\":\"Type 2 diabetes mellitus.\"}";

    private static RunningServer server;
    private static People people;
    private static People.Caller ended;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder, People.SETTINGS);
        people = People.of(server);
        ended = people.signIn("provider@default");
        assertThat(ended.delete("/session").status()).isEqualTo(204);
        assertThat(people.as("provider").get("/eval/quick").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<AuthorizationMatrix.Line> lines() {
        return AuthorizationMatrix.read().stream();
    }

    @Test
    void coversEveryRouteOfTheContract() {
        Set<String> promised = new TreeSet<>();
        CONTRACT.root()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(lines().map(AuthorizationMatrix.Line::name)).containsExactlyInAnyOrderElementsOf(promised);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void givesEachRoleWhatItMayHave(AuthorizationMatrix.Line line) {
        for (int i = 0; i < People.ROLES.size(); i++) {
            String role = People.ROLES.get(i);
            People.Caller caller =
                    line.name().equals("DELETE /session") ? people.signIn(role + "@default") : people.as(role);
            check(line, caller, line.roles().get(i), "default", role);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void hidesWhatIsAnotherTenants(AuthorizationMatrix.Line line) {
        if (line.other().equals("-")) {
            return;
        }
        String role = People.ROLES.get(line.roles()
                .lastIndexOf(line.roles().stream()
                        .filter(cell -> !cell.equals("403"))
                        .findFirst()
                        .orElseThrow()));
        if (line.other().equals("empty")) {
            people.as("provider").upload("own.txt", Samples.note(), Map.of("run_pipeline", "false"));
            assertThat(people.as(role, "other").get(line.path()).json().size()).isZero();
            return;
        }
        check(line, people.as(role, "other"), line.other(), "default", role + " of another tenant");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void refusesNobodyAndWhatEnded(AuthorizationMatrix.Line line) {
        check(line, people.nobody(), line.nobody(), "default", "nobody");
        if (line.nobody().equals("401")) {
            check(line, ended, "401", "default", "an ended session");
            check(line, people.bearer("meddoc_" + "A".repeat(43)), "401", "default", "an unknown key");
            check(line, people.bearer("not.a.token"), "401", "default", "no token");
        }
    }

    private void check(
            AuthorizationMatrix.Line line, People.Caller caller, String expected, String tenant, String who) {
        Api.Reply reply = send(line, caller, address(line.path()));
        String as = line.name() + " as " + who + ": " + reply.text();
        if (expected.equals("yes")) {
            assertThat(reply.status()).as(as).isEqualTo(200);
        } else {
            assertThat(reply.status()).as(as).isEqualTo(Integer.parseInt(expected));
        }
        if (reply.status() >= 400) {
            Problems.assertProblem(CONTRACT, reply, reply.status());
        }
    }

    private static Api.Reply send(AuthorizationMatrix.Line line, People.Caller caller, String path) {
        return switch (line.method()) {
            case "GET" -> caller.get(path);
            case "DELETE" -> caller.delete(path);
            case "POST" ->
                line.path().equals("/documents")
                        ? caller.upload("a.txt", Samples.note(), Map.of("run_pipeline", "false"))
                        : caller.send(caller.api()
                                .request(path)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body(line.path()))));
            default -> fail("no such method here: " + line.method());
        };
    }

    private static String body(String path) {
        return List.of("/classify", "/extract-codes", "/summarize").contains(path)
                ? TEXT
                : path.equals("/setup") ? People.setUp(People.TOKEN) : "{}";
    }

    /** An address that leads to something of the tenant default, made for this request. */
    private static String address(String template) {
        if (template.startsWith("/documents/{id}")) {
            return template.replace(
                    "{id}", String.valueOf(document(false).path("document_id").asLong()));
        }
        return switch (template) {
            case "/jobs/{id}", "/jobs/{id}/events", "/jobs/{id}/retry", "/jobs/{id}/cancel" ->
                template.replace(
                        "{id}", String.valueOf(document(true).path("job_id").asLong()));
            case "/codes" -> "/codes?q=hypertension";
            case "/codes/{code}" -> "/codes/I10";
            case "/users/{name}" -> "/users/" + user();
            case "/api-keys/{id}" -> "/api-keys/" + key();
            case "/audit/{seq}/shown" -> "/audit/" + row() + "/shown";
            default -> template;
        };
    }

    private static JsonNode document(boolean run) {
        Api.Reply reply =
                people.as("provider").upload("m.txt", Samples.note(), Map.of("run_pipeline", String.valueOf(run)));
        assertThat(reply.status()).as(reply.text()).isIn(200, 202);
        return reply.json();
    }

    private static String user() {
        String name = "user-" + System.nanoTime();
        Api.Reply made = people.as("admin")
                .post(
                        "/users",
                        "{\"user_name\":\"" + name + "\",\"password\":\"" + People.PASSWORD
                                + "\",\"roles\":[\"viewer\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return name;
    }

    private static long key() {
        return people.as("admin")
                .post("/api-keys", "{\"name\":\"k\",\"permissions\":[\"read\"]}")
                .json()
                .path("id")
                .asLong();
    }

    private static long row() {
        return people.as("auditor")
                .get("/audit?limit=1")
                .json()
                .path(0)
                .path("seq")
                .asLong();
    }
}
