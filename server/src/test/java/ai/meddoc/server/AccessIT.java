package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.access.Provider;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out, by people and programs. */
final class AccessIT {

    private static final Provider PROVIDER = Provider.start();

    private static Path folder;
    private static RunningServer server;
    private static People people;

    @BeforeAll
    static void start(@TempDir Path temp) {
        folder = temp;
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("OIDC_ISSUER", PROVIDER.issuer());
        settings.put("OIDC_AUDIENCE", Provider.AUDIENCE);
        server = RunningServer.start(temp, settings);
        assertThat(server.api().get("/session").json().path("set_up").asBoolean())
                .isTrue();
        assertThat(server.api().post("/setup", People.setUp("x".repeat(40))).status())
                .isEqualTo(403);
        people = People.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
        PROVIDER.close();
    }

    @Test
    void makesTheFirstAdministratorOnce() {
        assertThat(server.api().post("/setup", People.setUp(People.TOKEN)).status())
                .isEqualTo(403);
        assertThat(server.api().get("/session").json().path("set_up").asBoolean())
                .isFalse();
    }

    @Test
    void keepsTheSessionOutOfReach() {
        Api.Reply reply = server.api().post("/session", People.credentials("Coder@Default ", People.PASSWORD));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie")).matches("meddoc=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        new Contract().check(reply.json(), "SessionReply");
        Api.Reply behindTls = server.api()
                .send(server.api()
                        .request("/session")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-Proto", "https")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                People.credentials("coder@default", People.PASSWORD))));
        assertThat(behindTls.header("Set-Cookie")).startsWith("__Host-meddoc=").endsWith("; Secure");
    }

    @Test
    void refusesChangesThatOurPageDidNotAskFor() {
        People.Caller coder = people.signIn("coder@default");
        String text = "{\"document_text\":\"Asthma.\"}";
        assertThat(coder.without("X-CSRF-Token")
                        .post("/classify", text)
                        .json()
                        .path("type")
                        .asText())
                .isEqualTo("/problems/forged");
        assertThat(coder.without("X-CSRF-Token")
                        .with("X-CSRF-Token", "wrong")
                        .post("/classify", text)
                        .status())
                .isEqualTo(403);
        assertThat(coder.without("X-CSRF-Token").delete("/session").status()).isEqualTo(403);
        assertThat(coder.without("X-CSRF-Token").get("/documents").status()).isEqualTo(200);
        assertThat(coder.post("/classify", text).status()).isEqualTo(200);
    }

    @Test
    void endsASessionWhenItsOwnerSignsOut() {
        People.Caller coder = people.signIn("coder@default");
        assertThat(coder.get("/session").json().path("user_name").asText()).isEqualTo("coder@default");
        Api.Reply out = coder.delete("/session");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).startsWith("meddoc=;").contains("Max-Age=0");
        assertThat(coder.get("/documents").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen_at = seen_at - 16 * 60000", "created_at = created_at - 13 * 3600000"})
    void endsASessionThatIsIdleOrOld(String change) throws SQLException {
        People.Caller viewer = people.signIn("viewer@other");
        assertThat(viewer.get("/documents").status()).isEqualTo(200);
        run("UPDATE sessions SET " + change + " WHERE user_id = (SELECT id FROM users WHERE name = 'viewer@other')");
        assertThat(viewer.get("/documents").status()).isEqualTo(401);
    }

    @Test
    void locksOutAfterFiveWrongPasswords() throws SQLException {
        user("guessed", "viewer");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guessed", "wrong password " + i)).isEqualTo(401);
        }
        assertThat(signIn("guessed", People.PASSWORD))
                .as("the right one, too late")
                .isEqualTo(401);
        assertThat(signIn("nobody", People.PASSWORD))
                .as("as for somebody unknown")
                .isEqualTo(401);
        run("UPDATE users SET locked_until = 1 WHERE name = 'guessed'");
        assertThat(signIn("guessed", People.PASSWORD)).isEqualTo(200);
    }

    @Test
    void showsWrongPasswordsToTheAuditorsOfTheirTenant() {
        assertThat(signIn("auditor@other", "not the password")).isEqualTo(401);
        var rows =
                people.as("auditor", "other").get("/audit?actor=auditor@other").json();
        assertThat(rows.valueStream()
                        .anyMatch(row -> row.path("action").asText().equals("sign_in")
                                && row.path("outcome").asText().equals("denied")))
                .isTrue();
    }

    @Test
    void unlocksAndChangesUsersAndEndsTheirSessions() {
        user("changed", "viewer");
        People.Caller before = people.signIn("changed");
        People.Caller admin = people.as("admin");
        assertThat(admin.post("/users/changed", "{\"roles\":[\"coder\"]}")
                        .json()
                        .path("roles")
                        .path(0)
                        .asText())
                .isEqualTo("coder");
        assertThat(before.get("/documents").status()).isEqualTo(401);
        assertThat(admin.post("/users/changed", "{\"disabled\":true}").status()).isEqualTo(200);
        assertThat(signIn("changed", People.PASSWORD)).isEqualTo(401);
        assertThat(admin.delete("/users/changed").status()).isEqualTo(204);
        assertThat(admin.post("/users", "{\"user_name\":\"x\",\"password\":\"short\",\"roles\":[\"viewer\"]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void keepsAdministratorsInTheirTenant() {
        People.Caller other = people.as("admin", "other");
        assertThat(other.get("/users").json().findValuesAsText("name")).allMatch(name -> name.endsWith("@other"));
        String body = "{\"user_name\":\"intruder\",\"password\":\"" + People.PASSWORD
                + "\",\"roles\":[\"admin\"],\"tenant\":\"default\"}";
        assertThat(other.post("/users", body).status()).isEqualTo(400);
        assertThat(other.post("/users/root", "{\"disabled\":true}").status()).isEqualTo(404);
        assertThat(other.delete("/users/root").status()).isEqualTo(404);
    }

    @Test
    void letsKeysDoWhatTheyWereMadeForUntilTheyEnd() throws SQLException {
        People.Caller reader = people.key("read");
        assertThat(reader.get("/documents").status()).isEqualTo(200);
        assertThat(reader.upload("a.txt", Samples.note(), Map.of()).status()).isEqualTo(403);
        long id = people.as("admin")
                .get("/api-keys")
                .json()
                .findValues("id")
                .getLast()
                .asLong();
        run("UPDATE api_keys SET expires_at = 1 WHERE id = " + id);
        assertThat(reader.get("/documents").status()).isEqualTo(401);

        People.Caller writer = people.key("write");
        assertThat(writer.upload("a.txt", Samples.note(), Map.of()).status()).isEqualTo(200);
        long next = people.as("admin")
                .get("/api-keys")
                .json()
                .findValues("id")
                .getLast()
                .asLong();
        assertThat(people.as("admin", "other").delete("/api-keys/" + next).status())
                .isEqualTo(404);
        assertThat(people.as("admin").delete("/api-keys/" + next).status()).isEqualTo(204);
        assertThat(writer.upload("a.txt", Samples.note(), Map.of()).status()).isEqualTo(401);
        assertThat(people.as("admin")
                        .post("/api-keys", "{\"name\":\"k\",\"permissions\":[\"administer\"]}")
                        .status())
                .as("no key makes keys")
                .isEqualTo(400);
    }

    @Test
    void keepsNoSecret() throws SQLException {
        people.key("read");
        for (String sql : List.of(
                "SELECT COUNT(*) FROM api_keys WHERE key_hash LIKE 'meddoc%' OR LENGTH(key_hash) <> 64",
                "SELECT COUNT(*) FROM sessions WHERE LENGTH(token_hash) <> 64",
                "SELECT COUNT(*) FROM users WHERE password_hash NOT LIKE '$argon2id$%'")) {
            assertThat(count(sql)).as(sql).isZero();
        }
    }

    @Test
    void takesTheProvidersTokensUntilTheyAreSignedOut() {
        People.Caller caller = people.bearer(PROVIDER.token(PROVIDER.claims().build()));
        assertThat(caller.get("/session").json().path("user_name").asText()).isEqualTo("doe");
        assertThat(caller.get("/documents").status()).isEqualTo(200);
        assertThat(caller.get("/users").status()).isEqualTo(403);
        assertThat(caller.delete("/session").status()).isEqualTo(204);
        assertThat(caller.get("/documents").status())
                .as("reuse after signing out")
                .isEqualTo(401);
        assertThat(people.bearer(PROVIDER.token(PROVIDER.claims().jwtID("next").build()))
                        .get("/documents")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents/",
                "//documents",
                "/documents;a=b",
                "/api/documents",
                "/./documents",
                "/%64ocuments",
                "/documents?a=b",
                "/documents/../documents",
                "/app/../documents",
                "/docs/../documents",
                "/health/../documents"
            })
    void asksWhoCallsHoweverTheAddressIsWritten(String path) throws Exception {
        String answer = RawHttp.send(
                server.port(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 3_000);
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("original_filename");
    }

    private static void user(String name, String role) {
        Api.Reply made = people.as("admin")
                .post(
                        "/users",
                        "{\"user_name\":\"" + name + "\",\"password\":\"" + People.PASSWORD + "\",\"roles\":[\"" + role
                                + "\"]}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
    }

    private static int signIn(String name, String password) {
        return server.api().post("/session", People.credentials(name, password)).status();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("app.db"));
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : -1;
        }
    }
}
