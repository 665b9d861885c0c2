package ai.meddoc.server.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A promise that a program of its own keeps, whose last line is "N passed, N failed, N skipped" and whose line before that
 * is its figure.
 *
 * @param few its argument for the short form
 * @param all its argument for all of it
 */
record Script(String target, String program, String few, String all) implements Row {

    private static final Pattern COUNTS = Pattern.compile("(\\d+) passed, (\\d+) failed, (\\d+) skipped");

    static Script payloadsInTheBrowser() {
        return new Script(
                "0 scripts run over 100 payloads in name, text, evidence, summary",
                "reliability/payloads",
                "12",
                "100");
    }

    static Script generatedRequests() {
        return new Script("20,000 generated requests: 0 of 5xx, 0 schema breaks", "reliability/contract", "20", "700");
    }

    @Override
    public Figure run(Scale scale) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of("..", program).toString(), scale.full() ? all : few)
                .redirectErrorStream(true)
                .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            out.lines().filter(line -> !line.isBlank()).forEach(lines::add);
        }
        int code = process.waitFor();
        Matcher counts = COUNTS.matcher(lines.isEmpty() ? "" : lines.getLast());
        if (!counts.matches()) {
            return Figure.of(false, program + " ended with " + code + ": " + lines);
        }
        String figure = lines.size() > 1 ? lines.get(lines.size() - 2).strip() : "";
        if (!counts.group(3).equals("0")) {
            return Figure.skipped(figure);
        }
        boolean holds =
                code == 0 && counts.group(2).equals("0") && !counts.group(1).equals("0");
        if (!holds) {
            lines.forEach(System.err::println);
        }
        return Figure.of(holds, figure);
    }
}
