package ai.meddoc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules of docs/architecture.md that concern this module. */
final class ArchitectureTest {

    /** From the first step to the last; a package may use those above it. */
    private static final List<String> ORDER = List.of(
            "document",
            "text",
            "extract",
            "classify",
            "section",
            "lab",
            "terminology",
            "mention",
            "assertion",
            "coding",
            "summary",
            "engine",
            "evaluation");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ai.meddoc");

    static List<String> packages() {
        return ORDER;
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aStepUsesOnlyTheStepsBeforeIt(String step) {
        List<String> later = ORDER.subList(ORDER.indexOf(step) + 1, ORDER.size());
        if (later.isEmpty()) {
            return;
        }
        String[] names = later.stream().map(name -> "ai.meddoc." + name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("ai.meddoc." + step + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(names))
                .because("the pipeline is a chain: who reads a step must only know the steps before it")
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void everyPackageIsAStep() {
        classes()
                .should()
                .resideInAnyPackage(
                        ORDER.stream().map(name -> "ai.meddoc." + name + "..").toArray(String[]::new))
                .because("a package without a place in the order escapes the order")
                .check(MAIN);
    }

    @Test
    void noPackageOrClassIsNamedAfterNothing() {
        classes()
                .should(haveANameThatSaysSomething())
                .because("util, helper, manager, impl, common and dto say where code was put, not what it is")
                .check(MAIN);
    }

    @Test
    void nothingLogsOrPrints() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.util.logging..",
                        "org.slf4j..",
                        "org.apache.commons.logging..",
                        "java.lang.System$Logger"))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("texts are PHI: what does not log cannot leak; trouble is a finding or an exception")
                .check(MAIN);
    }

    @Test
    void onlyTheJdkIsUsed() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                        .or(resideInAPackage("ai.meddoc.."))
                        .or(resideInAPackage("org.jspecify.annotations..")))
                .because("the engine runs inside Spark, Lambda and a server: each library here would be theirs too")
                .check(MAIN);
    }

    @Test
    void nothingAsksTheClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .because("the same document must give the same answer tomorrow")
                .check(MAIN);
    }

    @Test
    void staticFieldsHoldNoState() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("engines are shared by threads and live side by side")
                .check(MAIN);
    }

    @Test
    void classesAreFinalOrSealed() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should(beClosed())
                .because("an immutable class that can be extended is not immutable")
                .check(MAIN);
    }

    private static ArchCondition<JavaClass> haveANameThatSaysSomething() {
        String empty = ".*(util|utils|helper|helpers|manager|impl|common|dto)";
        return condition("have a name that says something", c -> {
            boolean badPackage = Arrays.stream(c.getPackageName().split("\\.")).anyMatch(p -> p.matches(empty));
            return !badPackage && !c.getSimpleName().toLowerCase(Locale.ROOT).matches(empty);
        });
    }

    private static ArchCondition<JavaClass> beClosed() {
        return condition(
                "be final, sealed or abstract",
                c -> c.getModifiers().contains(JavaModifier.FINAL)
                        || c.getModifiers().contains(JavaModifier.ABSTRACT)
                        || c.reflect().isSealed());
    }

    private static ArchCondition<JavaClass> condition(String words, Predicate<JavaClass> holds) {
        return new ArchCondition<>(words) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!holds.test(item)) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " does not " + words));
                }
            }
        };
    }
}
