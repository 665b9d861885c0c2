package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** S3: the canaries of the server's own test, and the name in all that this suite uploads, in all that servers wrote. */
final class Canaries implements Row {

    /** Nobody is called so. */
    static final String NAME = "Quorvane Thistlebrook";

    private static final List<String> PARTS = List.of("Quorvane", "Thistlebrook");

    @Override
    public String target() {
        return "0 in logs (the database's too), figures, traces, webhooks, addresses, keys, error bodies, the trail";
    }

    @Override
    public Figure run(Scale scale) throws Exception {
        Proof.Count test = Proof.count(
                scale,
                List.of(
                        "ai.meddoc.server.SqliteCanaryIT",
                        "ai.meddoc.server.PostgresCanaryIT",
                        "ai.meddoc.claude.CanaryTest"));
        Path all = Objects.requireNonNull(scale.folder().getParent());
        int logs = 0;
        int hits = 0;
        for (Path file : Folders.files(all)) {
            hits += contains(file.toString()) ? 1 : 0;
            if (file.getFileName().toString().startsWith("log-")) {
                logs++;
                hits += contains(Files.readString(file, StandardCharsets.ISO_8859_1)) ? 1 : 0;
            }
        }
        return Figure.of(
                test.holds() && hits == 0,
                "%s of planting them by every door; %d in the names and %d logs of this run's servers"
                        .formatted(test, hits, logs));
    }

    private static boolean contains(String text) throws IOException {
        return PARTS.stream().anyMatch(text::contains);
    }
}
