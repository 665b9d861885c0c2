package ai.meddoc.server.logs;

import ai.meddoc.server.problems.Incident;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** One object a line: time, level, logger, message, what was noted for the thread or request, and what was thrown. */
final class JsonLine extends ExtFormatter {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String format(ExtLogRecord line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("time", Instant.ofEpochMilli(line.getMillis()).toString());
        fields.put("level", line.getLevel().getName());
        fields.put("logger", String.valueOf(line.getLoggerName()));
        fields.put("message", String.valueOf(formatMessage(line)));
        line.getMdcCopy().forEach((name, value) -> fields.put(name, value(value)));
        Throwable thrown = line.getThrown();
        if (thrown != null) {
            fields.put("thrown", Incident.describe(thrown));
        }
        try {
            return json.writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Filters compare numbers only where they are no strings. */
    private static Object value(String text) {
        return NUMBER.matcher(text).matches() ? Long.valueOf(text) : text;
    }
}
