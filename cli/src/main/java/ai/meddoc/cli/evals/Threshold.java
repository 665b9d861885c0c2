package ai.meddoc.cli.evals;

import ai.meddoc.cli.CommandFailure;
import ai.meddoc.cli.ExitCodes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A figure that must not fall behind.
 *
 * @param data a file beside the thresholds, or {@code data:} and a path below the folder of evaluation data
 * @param allMentions whether every present mention is coded
 * @param figure members of the figures, parted by slashes
 * @param atLeast whether the bound is a lower one
 */
public record Threshold(Suite suite, String data, boolean allMentions, String figure, boolean atLeast, double bound) {

    private static final String ELSEWHERE = "data:";

    public Threshold {
        Objects.requireNonNull(suite);
        Objects.requireNonNull(data);
        Objects.requireNonNull(figure);
    }

    /** Reads a table: suite, data, options, figure, {@code min} or {@code max}, bound; "#" starts a comment line. */
    public static List<Threshold> read(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Threshold::parse)
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, "The table of thresholds cannot be read.");
        }
    }

    private static Threshold parse(String line) {
        String[] cell = line.split("\t", -1);
        try {
            return new Threshold(
                    Suite.valueOf(cell[0]),
                    cell[1],
                    cell[2].equals("--all-mentions"),
                    cell[3],
                    cell[4].equals("min"),
                    Double.parseDouble(cell[5]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new CommandFailure(ExitCodes.USAGE, "A line of the thresholds has not the six columns it needs.");
        }
    }

    /** @param table where the thresholds stand */
    public Path file(Path table, Path elsewhere) {
        return data.startsWith(ELSEWHERE)
                ? elsewhere.resolve(data.substring(ELSEWHERE.length()))
                : table.resolveSibling(data);
    }

    /** The figure, NaN when there is none. */
    public double in(JsonNode figures) {
        JsonNode node = figures;
        for (String member : figure.split("/")) {
            node = node.path(member);
        }
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    public boolean isMetBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    /** What is measured, as a line for people. */
    public String words() {
        return suite + " " + data + (allMentions ? " --all-mentions" : "") + ": " + figure
                + (atLeast ? " at least " : " at most ") + bound;
    }
}
