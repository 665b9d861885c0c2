package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How it starts, and how it says why it does not. */
final class StartIT {

    @Test
    void saysInOneLineWhatIsWrong(@TempDir Path folder) throws Exception {
        RunningServer server = RunningServer.launch(folder, Map.of("PORT", "eighty"), 0);
        assertThat(server.awaitExit()).isEqualTo(2);
        assertThat(server.log().strip()).isEqualTo("meddoc: PORT must be a whole number from 0 to 65535");
    }

    @Test
    void saysThatTheDatabaseIsAway(@TempDir Path folder) throws Exception {
        String url = "postgresql://u:secret@127.0.0.1:" + RunningServer.freePort() + "/none";
        RunningServer server = RunningServer.launch(folder, Map.of("DB_URL", url), RunningServer.freePort());
        assertThat(server.awaitExit()).isEqualTo(69);
        assertThat(server.log())
                .contains("meddoc: the database of DB_URL cannot be opened")
                .doesNotContain("secret");
    }

    @Test
    void saysThatThePortIsTaken(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            RunningServer server = RunningServer.launch(folder, Map.of(), taken.getLocalPort());
            assertThat(server.awaitExit()).isEqualTo(69);
            assertThat(server.log()).contains("meddoc: PORT " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void saysWhichFreePortItTook(@TempDir Path folder) throws Exception {
        Pattern address = Pattern.compile("Listening on (http://127\\.0\\.0\\.1:[1-9]\\d+) ");
        try (RunningServer server = RunningServer.launch(folder, Map.of(), 0)) {
            Matcher told = address.matcher(server.log());
            for (int i = 0; i < 600 && !told.find(); i++) {
                Thread.sleep(100);
                told = address.matcher(server.log());
            }
            assertThat(told.reset().find()).as(server.log()).isTrue();
            assertThat(new Api(told.group(1)).get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesOtherMachinesWhileNobodySignsIn(@TempDir Path folder) throws Exception {
        RunningServer server = RunningServer.launch(folder, Map.of("HOST", "0.0.0.0"), RunningServer.freePort());
        assertThat(server.awaitExit()).isEqualTo(2);
        assertThat(server.log().strip())
                .startsWith("meddoc: HOST must be a loopback address")
                .contains("LOCAL_USERS", "OIDC_ISSUER")
                .hasLineCount(1);
    }

    @Test
    void printsATokenForTheFirstAdministratorUntilThereIsOne(@TempDir Path folder) throws IOException {
        String token;
        try (RunningServer server = RunningServer.start(folder, Map.of("LOCAL_USERS", "true"))) {
            Matcher printed =
                    Pattern.compile("with the token ([A-Za-z0-9_-]{43})").matcher(server.log());
            assertThat(printed.find()).isTrue();
            token = printed.group(1);
            assertThat(server.api().post("/setup", People.setUp(token)).status())
                    .isEqualTo(204);
            assertThat(server.api()
                            .post("/session", People.credentials("root", People.PASSWORD))
                            .status())
                    .isEqualTo(200);
        }
        try (RunningServer server = RunningServer.start(folder, Map.of("LOCAL_USERS", "true"))) {
            assertThat(server.log()).doesNotContain("token");
            assertThat(server.api().post("/setup", People.setUp(token)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void checksTheAuditTrail(@TempDir Path folder) throws Exception {
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            server.api().upload("a.txt", Samples.note(), Map.of());
            server.api().get("/documents/1");
        }
        assertThat(folder.resolve("local_storage/audit.anchor")).exists();
        RunningServer check = RunningServer.launch(folder, Map.of(), 0, "audit");
        assertThat(check.awaitExit()).isZero();
        assertThat(check.log()).contains("2 rows, 1 anchors: the chain holds").contains("anchor         2:");
        RunningServer other = RunningServer.launch(folder, Map.of(), 0, "audit", "2:" + "0".repeat(64));
        assertThat(other.awaitExit()).isEqualTo(65);
        assertThat(other.log()).contains("row 2 is not the one that an anchor names");
        RunningServer word = RunningServer.launch(folder, Map.of(), 0, "audit", "nonsense");
        assertThat(word.awaitExit()).isEqualTo(2);
    }

    @Test
    void looksAtWhatItNeedsWithoutStarting(@TempDir Path folder) throws Exception {
        RunningServer fine = RunningServer.launch(folder, Map.of(), 0, "doctor");
        assertThat(fine.awaitExit()).as(fine.log()).isZero();
        assertThat(fine.log()).contains("ok   database", "ok   storage").doesNotContain("Listening");
        RunningServer wrong = RunningServer.launch(folder, Map.of("DB_URL", "nonsense"), 0, "doctor");
        assertThat(wrong.awaitExit()).isEqualTo(2);
        assertThat(wrong.log()).contains("!!   settings       DB_URL must be");
        RunningServer away = RunningServer.launch(folder, Map.of("STORAGE_DIR", "/proc/x"), 0, "doctor");
        assertThat(away.awaitExit()).isEqualTo(69);
        assertThat(away.log()).contains("!!   storage        STORAGE_DIR");
    }

    @Test
    void readsTheDotEnvFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(".env"), "# ours\nSTORAGE_DIR='kept here'\nDB_URL=sqlite:///./own.db\n");
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            assertThat(server.api().get("/documents").status()).isEqualTo(200);
            assertThat(folder.resolve("kept here")).isDirectory();
            assertThat(folder.resolve("own.db")).exists();
        }
    }

    @Test
    void showsPeopleThePagesAndProgramsTheContract(@TempDir Path folder) throws IOException {
        try (RunningServer server = RunningServer.start(folder, Map.of())) {
            Api api = server.api();
            assertThat(api.get("/").status()).isEqualTo(302);
            assertThat(api.get("/docs").text()).contains("swagger-ui-bundle.js");
            assertThat(api.get("/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
            assertThat(api.get("/openapi.json").text()).isEqualTo(Files.readString(Path.of("openapi.json")));
            assertThat(api.under("/api").get("/openapi.json").status()).isEqualTo(200);
            assertThat(api.get("/problems/not-found").text()).startsWith("404. ");
        }
    }
}
