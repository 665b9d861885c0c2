package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks too often is told when to come back, and the others go on. */
final class LimitsIT {

    @Test
    void limitsEachCallerAndEachDay(@TempDir Path folder) {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("REQUESTS_PER_MINUTE", "60");
        settings.put("UPLOADS_PER_DAY", "2");
        try (RunningServer server = RunningServer.start(folder, settings)) {
            People people = People.of(server);
            People.Caller coder = people.as("coder");
            for (int i = 0; i < 2; i++) {
                assertThat(coder.upload("a.txt", Samples.note(), Map.of()).status())
                        .isEqualTo(200);
            }
            Api.Reply third = coder.upload("a.txt", Samples.note(), Map.of());
            Problems.assertProblem(new Contract(), third, 429);
            assertThat(third.json().path("type").asText()).isEqualTo("/problems/quota-exceeded");
            assertThat(coder.get("/documents").json().size())
                    .as("nothing of the third")
                    .isEqualTo(2);

            Api.Reply last = coder.get("/codes/I10");
            for (int i = 0; i < 400 && last.status() == 200; i++) {
                last = coder.get("/codes/I10");
            }
            Problems.assertProblem(new Contract(), last, 429);
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
            assertThat(people.as("viewer").get("/codes/I10").status())
                    .as("others go on")
                    .isEqualTo(200);
            assertThat(server.api().get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void limitsGuessesOfOneAddress(@TempDir Path folder) {
        Map<String, String> settings = new HashMap<>(People.SETTINGS);
        settings.put("REQUESTS_PER_MINUTE", "50");
        try (RunningServer server = RunningServer.start(folder, settings)) {
            Api.Reply last = server.api().post("/session", "{}");
            for (int i = 0; i < 20 && last.status() == 400; i++) {
                last = server.api().post("/session", "{}");
            }
            Problems.assertProblem(new Contract(), last, 429);
            assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        }
    }
}
