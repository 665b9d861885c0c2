package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health and figures at a port of their own, and nothing else there. */
final class ManagementPortIT {

    private static Map<String, String> with(int port) {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("MANAGEMENT_PORT", String.valueOf(port));
        return settings;
    }

    @Test
    void tellsHealthAndFiguresWithoutSigningIn(@TempDir Path folder) throws IOException {
        int port = RunningServer.freePort();
        try (RunningServer server = RunningServer.start(folder, with(port))) {
            Api management = new Api("http://127.0.0.1:" + port);
            for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
                assertThat(management.get(path).text()).as(path).isEqualTo("{\"status\":\"ok\"}");
                assertThat(server.api().get(path).status()).as("as before").isEqualTo(200);
            }
            Api.Reply figures = management.get("/metrics");
            assertThat(figures.header("Content-Type")).startsWith("text/plain");
            assertThat(figures.text()).contains("meddoc_jobs_waiting 0", "jvm_memory_used_bytes");
            assertThat(server.api().get("/metrics").status()).as("as before").isEqualTo(401);

            Contract contract = new Contract();
            for (String path : new String[] {"/", "/documents", "/api/health", "/app", "/openapi.json", "/session"}) {
                Problems.assertProblem(contract, management.get(path), 404);
            }
            Problems.assertProblem(contract, management.post("/classify", "{}"), 404);
            assertThat(RawHttp.send(port, "GET /health HTTP/1.1\r\nHost: localhost\r\nX-A: a\r\n b\r\n\r\n", 1_000))
                    .startsWith("HTTP/1.1 400");
            assertThat(server.log()).contains("port " + port).doesNotContain("ERROR");
        }
    }

    @Test
    void doesNotStartWhereThePortIsTaken(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            RunningServer server = RunningServer.launch(folder, with(port), RunningServer.freePort());
            assertThat(server.awaitExit()).isEqualTo(69);
            assertThat(server.log()).contains("meddoc: MANAGEMENT_HOST and MANAGEMENT_PORT " + port);
        }
    }
}
