package ai.meddoc.claude;

import ai.meddoc.claude.call.ApiKey;
import ai.meddoc.claude.call.CallLimits;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.Budget;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.engine.LocalEngine;
import java.net.URI;
import java.time.Duration;

/** Settings and the local engine that tests share. */
final class TestSettings {

    static final LocalEngine LOCAL = LocalEngine.load();

    private static final long DOLLAR = 1_000_000;

    private TestSettings() {}

    static CallLimits quick() {
        return new CallLimits(Duration.ofSeconds(4), 3, Duration.ofMillis(20), 8, 5, Duration.ofSeconds(30));
    }

    /** With a deadline that a slow machine keeps. */
    static ClaudeSettings patient(URI uri) {
        return at(
                uri,
                quick().within(Duration.ofSeconds(50)),
                new Policy(Policy.Mode.ON, java.util.Set.of()),
                ApiKey.of("test-key"));
    }

    static ClaudeSettings at(URI uri) {
        return at(uri, quick(), new Policy(Policy.Mode.ON, java.util.Set.of()), ApiKey.of("test-key"));
    }

    static ClaudeSettings at(URI uri, CallLimits limits, Policy policy, ApiKey key) {
        return new ClaudeSettings(
                true,
                ClaudeSettings.Backend.ANTHROPIC,
                key,
                ModelRegistry.DEFAULT_MODEL,
                uri,
                null,
                300,
                limits,
                new Budget.Limits(DOLLAR, 1000 * DOLLAR, 1000 * DOLLAR),
                policy,
                false);
    }

    static ClaudeEngine engine(ClaudeSettings settings) {
        return Claude.engine(settings, LOCAL, cost -> {});
    }
}
