package ai.meddoc.server;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.lab.LabFlag;
import ai.meddoc.lab.LabResult;
import ai.meddoc.terminology.CodeNote;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checked-in contract and the code say the same: routes, replies, members, and which may be null. */
final class ContractTest {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final Contract contract = new Contract();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("ai.meddoc.server");

    @Test
    void hasTheRoutesOfTheCode() {
        Set<String> promised = new TreeSet<>();
        contract.root()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method ->
                                promised.add(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey())));
        assertThat(promised).isEqualTo(routes());
    }

    @Test
    void hasTheMembersOfTheCode() {
        Map<String, Class<?>> records = records();
        contract.root().at("/components/schemas").properties().forEach(schema -> {
            Class<?> type = records.get(schema.getKey());
            if (type != null) {
                assertThat(members(type)).as(schema.getKey()).isEqualTo(promised(schema.getKey(), schema.getValue()));
            }
        });
        assertThat(records.keySet()).contains("UploadReply", "DocumentItem", "Job", "Code", "LabResult", "EvalReport");
    }

    static Stream<Arguments> vocabularies() {
        return Stream.of(
                arguments("CodeNote", "kind", names(CodeNote.Kind.values())),
                arguments("Finding", "code", names(Finding.Code.values())),
                arguments("LabResult", "flag", names(LabFlag.values())),
                arguments("LabResult", "flag_source", lowerNames(LabResult.FlagSource.values())),
                arguments("Page", "origin", lowerNames(Page.Origin.values())),
                arguments("Code", "status", lowerNames(CodeAssignment.Status.values())),
                arguments("Encounter", "class", lowerNames(EncounterClass.values())),
                arguments(
                        "Classification",
                        "document_type",
                        Arrays.stream(DocumentType.values())
                                .map(DocumentType::wireName)
                                .collect(toSet())));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void hasTheWordsOfTheCode(String schema, String member, Set<String> words) {
        Set<String> promised = contract.schema(schema).path("properties").path(member).findValues("enum").stream()
                .flatMap(JsonNode::valueStream)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(toSet());
        assertThat(promised).isEqualTo(words);
    }

    private static Set<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).collect(toSet());
    }

    private static Set<String> lowerNames(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(toSet());
    }

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass found : CLASSES) {
            Class<?> type = found.reflect();
            Path root = type.getAnnotation(Path.class);
            if (root != null) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(m -> !verb(m).isEmpty())
                        .forEach(m -> routes.add(verb(m) + " " + address(root, m.getAnnotation(Path.class))));
            }
        }
        return routes;
    }

    private static String verb(Method method) {
        return method.isAnnotationPresent(GET.class)
                ? "GET"
                : method.isAnnotationPresent(POST.class)
                        ? "POST"
                        : method.isAnnotationPresent(DELETE.class) ? "DELETE" : "";
    }

    private static String address(Path root, @Nullable Path own) {
        String joined = "/" + root.value() + "/" + (own == null ? "" : own.value());
        String single = joined.replaceAll("/+", "/");
        return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    /** By the name of the schema: the record's own, or before it the one whose ending says that it is sent. */
    private Map<String, Class<?>> records() {
        Map<String, Class<?>> records = new TreeMap<>();
        for (JavaClass found : CLASSES) {
            Class<?> type = found.reflect();
            if (type.isRecord()) {
                records.merge(type.getSimpleName().replaceFirst("Json$", ""), type, this::sent);
            }
        }
        return records;
    }

    private Class<?> sent(Class<?> one, Class<?> other) {
        boolean schema = contract.root().at("/components/schemas").has(one.getSimpleName());
        assertThat(schema && one.getSimpleName().equals(other.getSimpleName()))
                .as("%s and %s could both be a schema", one, other)
                .isFalse();
        return one.getSimpleName().endsWith("Json") ? one : other;
    }

    /** Each member's name, marked where it may be null. */
    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                members.addAll(members(component.getType()));
            } else {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                members.add(name(component) + (nullable ? "?" : ""));
            }
        }
        return members;
    }

    private static String name(RecordComponent component) {
        JsonProperty own = component.getAccessor().getAnnotation(JsonProperty.class);
        return own == null ? NAMES.translate(component.getName()) : own.value();
    }

    private static Set<String> promised(String name, JsonNode schema) {
        boolean request = name.endsWith("Request")
                || schema.path("required").size() < schema.path("properties").size()
                || schema.path("properties").has("document_text");
        return schema.path("properties")
                .propertyStream()
                .map(p -> p.getKey() + (request || mayBeNull(p.getValue()) ? "?" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean mayBeNull(JsonNode schema) {
        for (JsonNode type : schema.has("anyOf") ? schema.path("anyOf").findValues("type") : schema.path("type")) {
            if (type.asText().equals("null")) {
                return true;
            }
        }
        return false;
    }
}
