package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
