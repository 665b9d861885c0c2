package ai.meddoc.infra.checklist;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Synthesis;
import ai.meddoc.infra.templates.Templates;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every line holds for every deployment that it is meant for. */
class ChecklistTest {

    @TestFactory
    Stream<DynamicTest> everyLineHolds() {
        return Stream.of(DeploymentOption.values())
                .flatMap(option -> Stream.of("prod", "dev")
                        .flatMap(environment -> Checklist.of(option).stream()
                                .map(line -> dynamicTest(
                                        option.word() + " " + environment + ": " + line.name(),
                                        () -> line.check().of(templates(option, environment))))));
    }

    private static Templates templates(DeploymentOption option, String environment) {
        return Synthesis.of(option, environment).templates();
    }
}
