package ai.meddoc.server.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;

/**
 * Reads texts of whole characters. JSON can escape half of a surrogate pair, which no UTF-8 has: it could be neither
 * stored nor sent back.
 */
public final class WholeText extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    private WholeText() {}

    public static SimpleModule module() {
        return new SimpleModule("whole-text").addDeserializer(String.class, new WholeText());
    }

    /** A text that holds half of a character. */
    static final class HalfCharacterException extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        HalfCharacterException(JsonParser at) {
            super(at, "half of a surrogate pair");
        }
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && text.codePoints().anyMatch(WholeText::isHalf)) {
            throw new HalfCharacterException(parser);
        }
        return text;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
