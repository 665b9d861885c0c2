package ai.meddoc.server.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as one line of JSON, the same from SQLite and PostgreSQL: whole numbers, decimals, texts, bytes, nothing. */
final class RowLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BYTES = "base64";

    private RowLine() {}

    static String write(ResultSet row, List<String> columns) throws SQLException {
        ObjectNode line = JSON.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            put(line, columns.get(i), row.getObject(i + 1));
        }
        return line.toString();
    }

    private static void put(ObjectNode line, String column, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> line.putNull(column);
            case String text -> line.put(column, text);
            case Double number -> line.put(column, number);
            case Float number -> line.put(column, number.doubleValue());
            case Integer number -> line.put(column, number.longValue());
            case Long number -> line.put(column, number);
            case Boolean flag -> line.put(column, flag);
            case byte[] bytes ->
                line.putObject(column).put(BYTES, Base64.getEncoder().encodeToString(bytes));
            default -> throw new SQLException("a column of an unknown kind: " + column);
        }
    }

    static JsonNode read(String line) throws JsonProcessingException {
        return JSON.readTree(line);
    }

    static @Nullable Object value(JsonNode line, String column) {
        JsonNode value = line.path(column);
        return switch (value.getNodeType()) {
            case STRING -> value.asText();
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
            case OBJECT -> Base64.getDecoder().decode(value.path(BYTES).asText());
            default -> null;
        };
    }
}
