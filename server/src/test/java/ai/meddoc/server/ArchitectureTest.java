package ai.meddoc.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.server.database.Row;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Packages are features; which may know which is a list, so that a new edge is a decision. */
final class ArchitectureTest {

    private static final String ROOT = "ai.meddoc.server";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("settings", Set.of()),
            entry("database", Set.of("settings")),
            entry("sealing", Set.of("settings")),
            entry("blobs", Set.of("settings", "sealing")),
            entry("problems", Set.of("database")),
            entry("doctor", Set.of("settings", "database", "blobs", "sealing", "audit", "resealing")),
            entry("resealing", Set.of("settings", "database", "blobs", "sealing")),
            entry("backup", Set.of("settings", "database", "blobs", "sealing", "audit")),
            entry("repeats", Set.of("database", "problems")),
            entry("telemetry", Set.of("settings")),
            entry("logs", Set.of("settings", "problems")),
            entry("audit", Set.of("settings", "database", "sealing", "problems")),
            entry("access", Set.of("settings", "database", "problems", "audit")),
            entry("webhooks", Set.of("settings", "database", "problems", "audit", "access")),
            entry("gate", Set.of("settings", "database", "blobs", "problems", "audit", "access", "telemetry")),
            entry(
                    "analyses",
                    Set.of(
                            "settings",
                            "database",
                            "blobs",
                            "sealing",
                            "problems",
                            "audit",
                            "access",
                            "gate",
                            "repeats",
                            "telemetry",
                            "webhooks")),
            entry(
                    "documents",
                    Set.of(
                            "settings",
                            "database",
                            "blobs",
                            "sealing",
                            "problems",
                            "audit",
                            "access",
                            "gate",
                            "analyses",
                            "repeats",
                            "telemetry")),
            entry("review", Set.of("database", "sealing", "problems", "audit", "access", "analyses")),
            entry("costs", Set.of("database", "problems", "access")),
            entry("evals", Set.of("database", "problems")),
            entry("codes", Set.of("problems")));

    @Test
    void keepsFeaturesApart() {
        for (JavaClass user : CLASSES) {
            String from = feature(user);
            Set<String> known = new TreeSet<>();
            user.getDirectDependenciesFromSelf().forEach(dependency -> known.add(feature(dependency.getTargetClass())));
            known.remove("");
            known.remove(from);
            if (!from.isEmpty()) {
                assertThat(MAY_USE).as("the features").containsKey(from);
                assertThat(MAY_USE.get(from)).as(user.getName()).containsAll(known);
            }
        }
    }

    /** Empty for the classes that wire everything, and for others' classes. */
    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1) : "";
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsSqlInOneClassPerFeature() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Rows")
                .and()
                .resideOutsideOfPackage(ROOT + ".database")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Row.class)
                .because("SQL lives in one class per feature")
                .check(CLASSES);
    }

    @Test
    void knowsNeitherTheCommandLineNorTheReaderOfPdf() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.meddoc.cli..", "ai.meddoc.pdf..", "org.apache.pdfbox..")
                .because("features know extractors by their interface; the wiring chooses them")
                .check(CLASSES);
    }

    @Test
    void namesPackagesByWhatTheyHold() {
        classes()
                .should()
                .resideOutsideOfPackages("..util..", "..impl..", "..manager..", "..helper..", "..common..", "..dto..")
                .check(CLASSES);
    }
}
