package ai.meddoc.claude.prompt;

import ai.meddoc.document.DocumentType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of a reply. It holds our own words only: a schema is stored apart from the document it is used with. */
public final class ReplySchema {

    private ReplySchema() {}

    public static Map<String, Object> all() {
        return object(Map.of("document_type", type(), "codes", codes(), "declined", declined(), "summary", summary()));
    }

    public static Map<String, Object> classification() {
        return object(Map.of("document_type", type()));
    }

    public static Map<String, Object> codesOnly() {
        return object(Map.of("codes", codes(), "declined", declined()));
    }

    public static Map<String, Object> summaryOnly() {
        return object(Map.of("summary", summary()));
    }

    private static Map<String, Object> type() {
        List<String> names =
                Arrays.stream(DocumentType.values()).map(DocumentType::wireName).toList();
        return object(Map.of(
                "type", Map.of("type", "string", "enum", names),
                "confidence", Map.of("type", "number"),
                "rationale", string(),
                "quotes", array(string())));
    }

    private static Map<String, Object> codes() {
        return array(object(Map.of(
                "code", string(),
                "confidence", Map.of("type", "number"),
                "rationale", string(),
                "quotes", array(string()))));
    }

    private static Map<String, Object> declined() {
        return array(object(Map.of("code", string(), "reason", string())));
    }

    private static Map<String, Object> summary() {
        return array(object(Map.of("statement", string(), "quotes", array(string()))));
    }

    private static Map<String, Object> string() {
        return Map.of("type", "string");
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        return Map.of("type", "array", "items", items);
    }

    /** Members in alphabetical order, so that the same schema is always the same bytes and stays cached. */
    private static Map<String, Object> object(Map<String, Object> members) {
        Map<String, Object> schema = new LinkedHashMap<>();
        List<String> names = members.keySet().stream().sorted().toList();
        Map<String, Object> sorted = new LinkedHashMap<>();
        names.forEach(name -> sorted.put(name, members.get(name)));
        schema.put("type", "object");
        schema.put("properties", sorted);
        schema.put("required", names);
        schema.put("additionalProperties", false);
        return schema;
    }
}
