package ai.meddoc.infra.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs AWS Control Tower's rules, as npm ships them, with cfn-guard's own program. */
final class Guard {

    private static final Path PACKAGE = Path.of("node_modules/@cdklabs/cdk-validator-cfnguard");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RESOURCE = Pattern.compile("/Resources/([A-Za-z0-9]+)");

    private Guard() {}

    static boolean installed() {
        return Files.isExecutable(program());
    }

    /** What a run found. */
    record Result(Set<String> broken, int kept) {}

    /** Each broken rule as {@code TEMPLATE RULE RESOURCE}. */
    static Result run(List<Path> templates) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program().toString(),
                "validate",
                "--rules",
                PACKAGE.resolve("rules/control-tower/cfn-guard").toString(),
                "--output-format",
                "json",
                "--structured",
                "--show-summary",
                "none",
                "--data"));
        templates.forEach(t -> command.add(t.toString()));
        Path out = Files.createTempFile("guard", ".json");
        new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        Set<String> broken = new TreeSet<>();
        int kept = 0;
        for (JsonNode template : JSON.readTree(out.toFile())) {
            String name = Path.of(template.path("name").asText())
                    .getFileName()
                    .toString()
                    .replaceFirst("\\..*", "");
            kept += template.path("compliant").size();
            for (JsonNode rule : template.path("not_compliant")) {
                Matcher resource = RESOURCE.matcher(rule.toString());
                while (resource.find()) {
                    broken.add(name + " " + rule.path("Rule").path("name").asText() + " " + resource.group(1));
                }
            }
        }
        Files.delete(out);
        return new Result(broken, kept);
    }

    private static Path program() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "macos" : "ubuntu";
        return PACKAGE.resolve("bin").resolve(os).resolve(arch).resolve("cfn-guard");
    }
}
