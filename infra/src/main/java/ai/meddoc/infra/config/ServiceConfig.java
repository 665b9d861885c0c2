package ai.meddoc.infra.config;

/**
 * The running program.
 *
 * @param minimum tasks that always run
 * @param maximum tasks at the highest load
 * @param useClaude false = the local engine only, and no document text leaves the account
 */
public record ServiceConfig(int minimum, int maximum, boolean useClaude, String claudeModel) {}
