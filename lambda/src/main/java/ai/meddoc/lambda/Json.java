package ai.meddoc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Events in, answers out. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode read(InputStream input) throws IOException {
        return MAPPER.readTree(input);
    }

    /** @throws IOException if it is no JSON; the message holds nothing of the text */
    static JsonNode read(String text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IOException("not JSON");
        }
    }

    static void write(OutputStream output, Object value) throws IOException {
        MAPPER.writeValue(output, value);
    }
}
