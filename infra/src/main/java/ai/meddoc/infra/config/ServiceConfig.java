package ai.meddoc.infra.config;

/**
 * The running program.
 *
 * @param minimum tasks that always run
 * @param maximum tasks at the highest load
 * @param useClaude false = the local engine only, and no document text leaves the account
 * @param claudeBackend {@code bedrock}, by the program's own role, or {@code anthropic}, by a key
 * @param claudeModel the model's id as that backend writes it
 */
public record ServiceConfig(int minimum, int maximum, boolean useClaude, String claudeBackend, String claudeModel) {

    /** Whether the program needs Anthropic's key. */
    public boolean usesKey() {
        return useClaude && claudeBackend.equals("anthropic");
    }

    /** Whether it asks for Claude where AWS serves it. */
    public boolean usesBedrock() {
        return useClaude && claudeBackend.equals("bedrock");
    }
}
