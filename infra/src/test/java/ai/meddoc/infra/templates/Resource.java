package ai.meddoc.infra.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** One resource of a template. */
public record Resource(String stack, String id, JsonNode node) {

    public String type() {
        return node.path("Type").asText();
    }

    /** A property by its dotted path; a number is a position in a list. Missing when it is not there. */
    public JsonNode at(String path) {
        JsonNode found = node.path("Properties");
        for (String step : path.split("\\.", -1)) {
            found = found.isArray() ? found.path(Integer.parseInt(step)) : found.path(step);
        }
        return found;
    }

    /** The property as text: a string as it is, anything else as JSON; empty when it is not there. */
    public String text(String path) {
        JsonNode found = at(path);
        return found.isValueNode() ? found.asText() : found.toString();
    }

    public List<JsonNode> list(String path) {
        return StreamSupport.stream(at(path).spliterator(), false).toList();
    }

    /** Whether the property refers to that resource in any way. */
    public boolean refersTo(String path, Resource other) {
        return at(path).toString().contains("\"" + other.id() + "\"");
    }

    @Override
    public String toString() {
        return stack + "/" + id + " (" + type() + ")";
    }
}
