package ai.meddoc.claude;

import ai.meddoc.claude.call.CallFailure;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.model.ModelRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks the server whether key and model are good, by counting the tokens of one word: nothing is billed for that. */
public final class KeyCheck {

    private static final Duration WITHIN = Duration.ofSeconds(8);

    private KeyCheck() {}

    /** What is wrong, in one sentence; empty when nothing is. */
    public static Optional<String> trouble(ClaudeSettings settings) {
        ModelRequest word = new ModelRequest(
                settings.model(),
                ModelRegistry.load().findOrUnknown(settings.model()),
                "Test.",
                Map.of(),
                "Test.",
                null,
                1,
                0);
        try {
            Claude.server(settings).countTokens(word, WITHIN);
            return Optional.empty();
        } catch (CallFailure e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
