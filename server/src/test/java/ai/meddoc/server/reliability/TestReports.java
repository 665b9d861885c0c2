package ai.meddoc.server.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the build's own run of some tests counted, if it ran them since they were compiled. */
final class TestReports {

    private static final List<Path> MODULES = List.of(Path.of("."), Path.of("..", "claude"));
    private static final Pattern COUNT = Pattern.compile(" (tests|errors|skipped|failures)=\"(\\d+)\"");

    private TestReports() {}

    static Optional<Proof.Count> of(List<String> classes) throws IOException {
        long cases = 0;
        long failed = 0;
        long skipped = 0;
        for (String name : classes) {
            Optional<String> suite = suite(name);
            if (suite.isEmpty()) {
                return Optional.empty();
            }
            Matcher counts = COUNT.matcher(suite.get());
            while (counts.find()) {
                long count = Long.parseLong(counts.group(2));
                switch (Objects.requireNonNull(counts.group(1))) {
                    case "tests" -> cases += count;
                    case "skipped" -> skipped += count;
                    default -> failed += count;
                }
            }
        }
        return Optional.of(new Proof.Count(cases, failed, skipped));
    }

    /** The report's opening tag. */
    private static Optional<String> suite(String name) throws IOException {
        for (Path module : MODULES) {
            Path report = module.resolve("target/surefire-reports/TEST-" + name + ".xml");
            Path compiled = module.resolve("target/test-classes/" + name.replace('.', '/') + ".class");
            if (Files.exists(report)
                    && Files.exists(compiled)
                    && Files.getLastModifiedTime(report).compareTo(Files.getLastModifiedTime(compiled)) > 0) {
                String text = Files.readString(report);
                int begin = text.indexOf("<testsuite ");
                return Optional.of(text.substring(begin, text.indexOf('>', begin)));
            }
        }
        return Optional.empty();
    }
}
