package ai.meddoc.infra.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** A template with its imports as plain text: cfn-guard cannot follow them and would take them for missing. */
final class Rendered {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Rendered() {}

    static JsonNode of(JsonNode node) {
        if (node.has("Fn::ImportValue")) {
            return TextNode.valueOf("arn:aws:imported:us-east-1:111122223333:"
                    + node.path("Fn::ImportValue").asText());
        }
        if (node.isObject()) {
            ObjectNode copy = JSON.createObjectNode();
            node.properties().forEach(f -> copy.set(f.getKey(), of(f.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JSON.createArrayNode();
            node.forEach(e -> copy.add(of(e)));
            return copy;
        }
        return node;
    }
}
