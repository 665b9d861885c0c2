package ai.meddoc.cli.evals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures as lines of name and value; lists of single documents are left to the JSON line. */
public final class FiguresTable {

    private FiguresTable() {}

    public static List<String> of(ObjectNode figures) {
        List<String> lines = new ArrayList<>();
        add(lines, "", figures);
        return lines;
    }

    private static void add(List<String> lines, String prefix, JsonNode object) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            JsonNode value = member.getValue();
            String name = prefix + member.getKey();
            if (isCounts(value)) {
                lines.add("%-36s precision %.4f   recall %.4f   F1 %.4f"
                        .formatted(
                                name,
                                value.get("p").asDouble(),
                                value.get("r").asDouble(),
                                value.get("f1").asDouble()));
            } else if (value.isObject()) {
                add(lines, name + " / ", value);
            } else if (!value.isArray() || value.size() == 2 && value.get(0).isNumber()) {
                lines.add("%-36s %s".formatted(name, value.isTextual() ? value.asText() : value.toString()));
            }
        }
    }

    private static boolean isCounts(JsonNode value) {
        return value.isObject() && value.size() == 3 && value.has("p") && value.has("r") && value.has("f1");
    }
}
