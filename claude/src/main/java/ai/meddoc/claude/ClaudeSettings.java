package ai.meddoc.claude;

import ai.meddoc.claude.call.ApiKey;
import ai.meddoc.claude.call.CallLimits;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.Budget;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set about Claude; docs/claude.md is the table for people. Immutable.
 *
 * @param enabled {@code USE_CLAUDE_REAL}: whether anything may be sent at all
 * @param backend whose servers are asked
 * @param apiKey where the key comes from; ignored with Amazon Bedrock
 * @param model the model's id as the backend writes it
 * @param baseUrl another server than the backend's own, or null
 * @param proxy {@code http://host:port}, or null
 * @param cacheSeconds how long the prompt's fixed part stays cached; 0 for not at all, else the nearer of 5 minutes and 1
 *     hour is asked for
 * @param policy what may leave the machine
 * @param sendScans whether scanned pages may be sent as PDF; only when nothing is de-identified, for pictures cannot be
 */
public record ClaudeSettings(
        boolean enabled,
        Backend backend,
        ApiKey apiKey,
        String model,
        @Nullable URI baseUrl,
        @Nullable URI proxy,
        int cacheSeconds,
        CallLimits limits,
        Budget.Limits budget,
        Policy policy,
        boolean sendScans) {

    /** Whose servers are asked. */
    public enum Backend {
        ANTHROPIC,
        /** Claude through Amazon Bedrock: the AWS credentials of the machine, no key to hold. */
        BEDROCK
    }

    public ClaudeSettings {
        Objects.requireNonNull(backend);
        Objects.requireNonNull(apiKey);
        Objects.requireNonNull(model);
        Objects.requireNonNull(limits);
        Objects.requireNonNull(budget);
        Objects.requireNonNull(policy);
    }

    /** The same with scanned pages allowed to leave as pictures. */
    public ClaudeSettings sendingScans() {
        return new ClaudeSettings(
                enabled, backend, apiKey, model, baseUrl, proxy, cacheSeconds, limits, budget, policy, true);
    }

    /** Whether a key is at hand, or none is needed. */
    public boolean hasCredentials() {
        return backend == Backend.BEDROCK || apiKey.read().isPresent();
    }
}
