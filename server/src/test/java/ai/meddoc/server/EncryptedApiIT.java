package ai.meddoc.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The whole API where the files are encrypted. */
final class EncryptedApiIT extends ApiContract {

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), "q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s=\n");
        server = RunningServer.start(folder, Map.of("ENCRYPTION_KEY_FILE", keys.toString()));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    RunningServer server() {
        return server;
    }
}
