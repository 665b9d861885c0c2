package ai.meddoc.cli.evals;

import ai.meddoc.cli.CommandFailure;
import ai.meddoc.cli.ExitCodes;
import ai.meddoc.cli.output.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads gold items: JSON lines, or one JSON array, or an object with {@code items}. The last of an id counts. */
public final class Gold {

    private Gold() {}

    public static List<JsonNode> read(Path file) {
        try {
            String content = Files.readString(file);
            String start = content.stripLeading();
            boolean whole = start.startsWith("[") || start.startsWith("{") && !isLines(start);
            return unique(whole ? array(content) : lines(content));
        } catch (JsonProcessingException e) {
            throw wrong("is not JSON near line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new CommandFailure(ExitCodes.USAGE, "The evaluation data cannot be read: no such file, or not text.");
        }
    }

    /** Whether the first line is an object of its own. */
    private static boolean isLines(String content) {
        int end = content.indexOf('\n');
        String first = end < 0 ? content : content.substring(0, end);
        try {
            return Json.MAPPER.readTree(first).has("id");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static List<JsonNode> array(String content) throws JsonProcessingException {
        JsonNode root = Json.MAPPER.readTree(content);
        JsonNode items = root.isArray() ? root : root.path("items");
        if (!items.isArray()) {
            throw wrong("holds no array of items");
        }
        List<JsonNode> nodes = new ArrayList<>();
        items.forEach(nodes::add);
        return nodes;
    }

    private static List<JsonNode> lines(String content) {
        List<JsonNode> nodes = new ArrayList<>();
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                nodes.add(line(line, number));
            }
        }
        return nodes;
    }

    private static JsonNode line(String line, int number) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw wrong("is not JSON in line " + number);
        }
    }

    private static List<JsonNode> unique(List<JsonNode> nodes) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            byId.put(text(node, "id"), node);
        }
        if (byId.isEmpty()) {
            throw wrong("holds no items");
        }
        return List.copyOf(byId.values());
    }

    /** A member that must be there. */
    static String text(JsonNode node, String name) {
        JsonNode member = node.path(name);
        if (!member.isValueNode() || member.isNull()) {
            throw wrong("has an item without \"" + name + "\"; is it meant for this suite?");
        }
        return member.asText();
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static CommandFailure wrong(String what) {
        return new CommandFailure(ExitCodes.USAGE, "The evaluation data " + what + ".");
    }
}
