package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** openapi.json, and whether an answer is what it promises: nothing missing, nothing unknown, every kind right. */
final class Contract {

    private final JsonNode root;

    Contract() {
        try {
            root = Api.JSON.readTree(Path.of("openapi.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** Every method with its path, such as {@code GET /documents/{id}}. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    JsonNode schema(String name) {
        JsonNode schema = root.at("/components/schemas/" + name);
        assertThat(schema.isMissingNode()).as("schema " + name).isFalse();
        return schema;
    }

    void check(JsonNode value, String schema) {
        check(value, schema(schema), schema);
    }

    void checkEach(JsonNode array, String schema) {
        assertThat(array.isArray()).as(schema + " list").isTrue();
        array.forEach(item -> check(item, schema));
    }

    private void check(JsonNode value, JsonNode schema, String at) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replaceFirst(".*/", "");
            check(value, schema(name), at + ":" + name);
            return;
        }
        if (schema.has("anyOf")) {
            checkAny(value, schema, at);
            return;
        }
        checkKind(value, schema, at);
        if (value.isObject() && schema.has("properties")) {
            checkMembers(value, schema, at);
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.path("items"), at + "[" + i + "]");
            }
        }
    }

    /** The only use of anyOf here: a schema or null. */
    private void checkAny(JsonNode value, JsonNode schema, String at) {
        if (!value.isNull()) {
            check(value, schema.path("anyOf").get(0), at);
        }
    }

    private void checkMembers(JsonNode value, JsonNode schema, String at) {
        JsonNode properties = schema.path("properties");
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.asText()))
                        .as(at + " has " + name.asText())
                        .isTrue());
        value.properties().forEach(member -> {
            assertThat(properties.has(member.getKey()))
                    .as(at + " knows " + member.getKey())
                    .isTrue();
            check(member.getValue(), properties.path(member.getKey()), at + "." + member.getKey());
        });
    }

    private static void checkKind(JsonNode value, JsonNode schema, String at) {
        JsonNode type = schema.path("type");
        boolean fits = type.isArray() ? anyFits(value, type) : type.isMissingNode() || fits(value, type.asText());
        assertThat(fits).as(at + " is " + type + ", not " + value.getNodeType()).isTrue();
        if (schema.has("enum")) {
            assertThat(schema.path("enum")).as(at).contains(value);
        }
        if (value.isNumber() && schema.has("maximum")) {
            assertThat(value.asDouble())
                    .as(at)
                    .isLessThanOrEqualTo(schema.path("maximum").asDouble());
        }
        if (value.isNumber() && schema.has("minimum")) {
            assertThat(value.asDouble())
                    .as(at)
                    .isGreaterThanOrEqualTo(schema.path("minimum").asDouble());
        }
    }

    private static boolean anyFits(JsonNode value, JsonNode types) {
        for (JsonNode type : types) {
            if (fits(value, type.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
