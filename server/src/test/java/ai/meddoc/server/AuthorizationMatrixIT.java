package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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

    private static RunningServer server;
    private static People people;
    private static RouteCalls calls;
    private static People.Caller ended;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(folder, People.SETTINGS);
        people = People.of(server);
        calls = new RouteCalls(people);
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
        assertThat(lines().map(AuthorizationMatrix.Line::name)).containsExactlyInAnyOrderElementsOf(CONTRACT.routes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void givesEachRoleWhatItMayHave(AuthorizationMatrix.Line line) {
        for (int i = 0; i < People.ROLES.size(); i++) {
            String role = People.ROLES.get(i);
            // Of its own where the request changes the session.
            People.Caller caller =
                    line.path().startsWith("/session") ? people.signIn(role + "@default") : people.as(role);
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
        Api.Reply reply = calls.send(caller, line.method(), line.path(), calls.address(line.path()));
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
}
