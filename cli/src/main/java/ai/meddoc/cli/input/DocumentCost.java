package ai.meddoc.cli.input;

/**
 * What a document cost outside this machine.
 *
 * @param microDollars millionths of a US dollar
 * @param cachedTokens read from the server's cache; not part of {@code inputTokens}
 */
public record DocumentCost(long microDollars, int calls, long inputTokens, long cachedTokens, long outputTokens) {}
