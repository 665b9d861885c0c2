package ai.meddoc.infra.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * cdk-nag's reports beside the templates: its exit code says nothing.
 *
 * @param broken each as {@code RULE RESOURCE}; warnings too
 * @param brokenErrors without them
 */
record NagReport(int kept, int excused, Set<String> broken, Set<String> brokenErrors, Set<String> excusedRules) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static NagReport of(Path folder) throws IOException {
        int kept = 0;
        int excused = 0;
        Set<String> broken = new TreeSet<>();
        Set<String> errors = new TreeSet<>();
        Set<String> excusedRules = new TreeSet<>();
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "*-NagReport.json")) {
            for (Path report : reports) {
                for (JsonNode line : JSON.readTree(report.toFile()).path("lines")) {
                    String rule = line.path("ruleId").asText();
                    switch (line.path("compliance").asText()) {
                        case "Compliant" -> kept++;
                        case "N/A" -> {}
                        case "Suppressed" -> {
                            excused++;
                            excusedRules.add(rule);
                        }
                        default -> {
                            String found = rule + " " + line.path("resourceId").asText();
                            broken.add(found);
                            if (line.path("ruleLevel").asText().equals("Error")) {
                                errors.add(found);
                            }
                        }
                    }
                }
            }
        }
        return new NagReport(kept, excused, broken, errors, excusedRules);
    }
}
