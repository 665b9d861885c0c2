package ai.meddoc.claude;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules that concern this module. */
final class ArchitectureTest {

    /** A package may use those before it; the root, which has the engine, may use all. */
    private static final List<String> ORDER =
            List.of("model", "ledger", "deid", "prompt", "reply", "call", "check", "replay");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ai.meddoc.claude");

    static List<String> packages() {
        return ORDER;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyThoseBeforeIt(String name) {
        List<String> later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
        String[] forbidden = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("ai.meddoc.claude"),
                        later.stream().map(p -> "ai.meddoc.claude." + p + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("ai.meddoc.claude." + name + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden))
                .because("the way of a question is a chain")
                .check(MAIN);
    }

    @Test
    void onlyOnePackageKnowsTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ai.meddoc.claude.call")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.anthropic..", "software.amazon.."))
                .because("the vendor's types end where the network ends")
                .check(MAIN);
    }

    @Test
    void nothingLogsOrPrints() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.lang.System$Logger"))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("requests and replies are PHI: what does not log cannot leak")
                .check(MAIN);
    }

    @Test
    void staticFieldsHoldNoState() {
        fields().that().areStatic().should().beFinal().check(MAIN);
    }
}
