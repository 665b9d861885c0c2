package ai.meddoc.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * src/test/resources: which row of the trail a request of each route leaves.
 *
 * @param role who may ask, or "nobody"
 * @param status what they get
 * @param row its action and outcome, or "-" where none is left
 * @param about "document" where the row names one
 * @param refused the action of the row that a refusal leaves, or "-" where no PHI can be had
 */
record AuditRowLine(String method, String path, String role, int status, String row, String about, String refused) {

    private static final Path FILE = Path.of("src/test/resources/ai/meddoc/server/audit-rows.tsv");

    String name() {
        return method + " " + path;
    }

    boolean leavesNone() {
        return row.equals("-");
    }

    boolean isAboutOne() {
        return about.equals("document");
    }

    boolean isOfPhi() {
        return !refused.equals("-");
    }

    static List<AuditRowLine> read() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(text -> !text.startsWith("#"))
                    .map(text -> text.split("\t", -1))
                    .map(cell -> new AuditRowLine(
                            cell[0], cell[1], cell[2], Integer.parseInt(cell[3]), cell[4], cell[5], cell[6]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
