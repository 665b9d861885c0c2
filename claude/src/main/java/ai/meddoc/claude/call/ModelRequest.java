package ai.meddoc.claude.call;

import ai.meddoc.claude.model.ClaudeModel;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One question to the model. Holds text that may be PHI.
 *
 * @param modelId as the backend writes it
 * @param model what is known of it
 * @param system the fixed part, cached by the server
 * @param schema JSON Schema of the reply
 * @param message the user's message
 * @param scan the file whose pages are pictures, if it may leave: PDF, PNG or JPEG; else null
 * @param maxTokens of the reply
 * @param cacheSeconds 0 for no caching
 */
public record ModelRequest(
        String modelId,
        ClaudeModel model,
        String system,
        Map<String, Object> schema,
        String message,
        byte @Nullable [] scan,
        int maxTokens,
        int cacheSeconds) {

    public ModelRequest {
        Objects.requireNonNull(modelId);
        Objects.requireNonNull(model);
        Objects.requireNonNull(system);
        Objects.requireNonNull(message);
        schema = Map.copyOf(schema);
    }

    /** Whether the fixed part is to be cached for an hour rather than five minutes, the nearer of the two. */
    public boolean cachesAnHour() {
        return cacheSeconds > (300 + 3600) / 2;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "ModelRequest[" + modelId + ", " + message.length() + " characters]";
    }
}
