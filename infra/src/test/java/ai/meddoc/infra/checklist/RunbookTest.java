package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever is woken finds what to do, under the alarm's own name. */
class RunbookTest {

    /** Told by mail from other services than CloudWatch's alarms. */
    private static final Set<String> OTHERS = Set.of("budget", "guardduty");

    @Test
    void everyAlarmHasAnIncidentStep() throws IOException {
        Map<String, String> sections = sections();
        Set<String> alarms = new TreeSet<>(OTHERS);
        for (DeploymentOption option : DeploymentOption.values()) {
            for (Resource alarm : Synthesis.of(option, "prod").templates().all("AWS::CloudWatch::Alarm")) {
                alarms.add(alarm.text("AlarmDescription").replace("docs/runbook.md#", ""));
            }
        }
        assertThat(sections.keySet()).isEqualTo(alarms);
        assertThat(sections.values()).allMatch(text -> text.length() > 60);
        System.out.printf("runbook: %d alarms, each with its step%n", alarms.size());
    }

    /** What stands under each heading of the chapter on alarms. */
    private static Map<String, String> sections() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "runbook.md"));
        String chapter = page.substring(page.indexOf("\n## Alarms\n") + 1);
        int end = chapter.indexOf("\n## ", 4);
        Map<String, String> sections = new TreeMap<>();
        Arrays.stream(chapter.substring(0, end).split("\n### "))
                .skip(1)
                .forEach(s -> sections.put(
                        s.substring(0, s.indexOf('\n')),
                        s.substring(s.indexOf('\n')).strip()));
        return sections;
    }
}
