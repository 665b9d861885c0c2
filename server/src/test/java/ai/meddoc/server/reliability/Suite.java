package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Runs rows and prints a line for each: {@code [R1 R2 ... S9] [--full]}. */
public final class Suite {

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("R1", new Kills());
        ROWS.put("R2", new OnceEach());
        ROWS.put("R3", new OneKey());
        ROWS.put("R4", new DatabaseGone());
        ROWS.put("R5", new DiskFull());
        ROWS.put("R6", new BucketFaults());
        ROWS.put("R7", new HostileFiles());
        ROWS.put("R8", new RollingRestart());
        ROWS.put("R9", new RestoreDrill());
        ROWS.put("S1", Proof.authorisation());
        ROWS.put("S2", Proof.audit());
        ROWS.put("S3", new Canaries());
        ROWS.put("S4", Proof.hostileModel());
        ROWS.put("S5", Script.payloadsInTheBrowser());
        ROWS.put("S6", new Formulas());
        ROWS.put("S7", Proof.tokens());
        ROWS.put("S8", new SlowCallers());
        ROWS.put("S9", Script.generatedRequests());
    }

    private final boolean full;
    private final Path root;
    private final Map<Figure.Verdict, Integer> counts = new EnumMap<>(Figure.Verdict.class);

    private Suite(boolean full, Path root) {
        this.full = full;
        this.root = root;
    }

    public static void main(String... words) throws IOException {
        List<String> names = new ArrayList<>(List.of(words));
        boolean full = names.remove("--full");
        for (String name : names) {
            if (!ROWS.containsKey(name)) {
                System.err.println("usage: reliability/run [ROW ...] [--full]; the rows are " + ROWS.keySet());
                System.exit(2);
            }
        }
        Suite suite = new Suite(full, Files.createTempDirectory("meddoc-reliability"));
        (names.isEmpty() ? List.copyOf(ROWS.keySet()) : names).forEach(suite::run);
        System.exit(suite.close());
    }

    private void run(String name) {
        Row row = Objects.requireNonNull(ROWS.get(name));
        long begin = System.nanoTime();
        Figure figure = figure(name, row);
        counts.merge(figure.verdict(), 1, Integer::sum);
        System.out.printf(
                Locale.ROOT,
                "%s  %-7s %s  [target: %s; %s, %.0f s, load %s]%n",
                name,
                figure.verdict().name().toLowerCase(Locale.ROOT),
                figure.text(),
                row.target(),
                full ? "full" : "short form",
                (System.nanoTime() - begin) / 1e9,
                Load.average());
    }

    private Figure figure(String name, Row row) {
        try {
            return row.run(new Scale(full, Files.createDirectories(root.resolve(name))));
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            return Figure.of(false, "could not be shown: " + e);
        }
    }

    /** Keeps the logs of what fell short. */
    private int close() throws IOException {
        int fallen = count(Figure.Verdict.SHORT);
        if (fallen == 0) {
            Folders.delete(root);
        } else {
            System.out.println("what the servers wrote is in " + root);
        }
        System.out.printf(
                "%d passed, %d failed, %d skipped%n", count(Figure.Verdict.OK), fallen, count(Figure.Verdict.SKIPPED));
        return fallen == 0 ? 0 : 1;
    }

    private int count(Figure.Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }
}
