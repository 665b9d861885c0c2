package ai.meddoc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** src/test/resources: for each route, what everybody gets. */
final class AuthorizationMatrix {

    private static final Path FILE = Path.of("src/test/resources/ai/meddoc/server/authorization-matrix.tsv");

    /**
     * One line.
     *
     * @param roles what viewer, coder, provider, admin and auditor get: the status, or "yes" for whatever is no refusal
     * @param other what a provider, or whoever may, gets of another tenant's
     * @param nobody what somebody unknown gets
     */
    record Line(String method, String path, List<String> roles, String other, String nobody) {

        String name() {
            return method + " " + path;
        }
    }

    private AuthorizationMatrix() {}

    static List<Line> read() {
        List<Line> lines = new ArrayList<>();
        try {
            for (String text : Files.readAllLines(FILE)) {
                String[] cells = text.split("\t", -1);
                if (!text.startsWith("#")) {
                    lines.add(new Line(
                            cells[0],
                            cells[1],
                            List.of(cells[2], cells[3], cells[4], cells[5], cells[6]),
                            cells[7],
                            cells[8]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
