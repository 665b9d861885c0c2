package ai.meddoc.server.settings;

import ai.meddoc.claude.ClaudeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that can be set; docs/settings.md is the table for people. Immutable.
 *
 * @param host the address to listen on
 * @param allowUnauthenticated whether other machines may connect although nobody signs in
 * @param allowOrigins exact origins of browsers' pages that may call
 * @param storageDir where the files are kept, or where they wait on their way into the bucket
 * @param bucket where the files are kept instead, or null
 * @param encryptionKeys a file with the keys that wrap each file's own key; null where files are kept as they come
 * @param encryptDatabase whether these keys seal what is new in the database too
 * @param readers processes that read PDF and scans at the same time
 * @param readerMegabytes what one of them may hold
 * @param terminologyDir where imported releases are
 * @param maxUploadBytes the largest file
 * @param answerWithin how long an upload waits for its results before it becomes a job to poll
 * @param workers documents processed at once
 * @param drain how long a server that was told to stop still serves while it says that it is not ready
 * @param jobLease after how long without a sign of life another worker takes a job over
 * @param jobDuty which jobs this process does
 * @param upkeep how long what is stored stays
 * @param webhooks who is told that a job ended
 * @param access who may call, and how often
 * @param telemetry what operators are told
 * @param claude whether and how Claude is asked
 * @param upgradeLater whether what the local engine answered while Claude was away is redone when it is back
 */
public record Settings(
        String host,
        int port,
        boolean allowUnauthenticated,
        DatabaseUrl database,
        List<String> allowOrigins,
        Path storageDir,
        @Nullable Bucket bucket,
        @Nullable Path encryptionKeys,
        boolean encryptDatabase,
        int readers,
        int readerMegabytes,
        Path terminologyDir,
        long maxUploadBytes,
        Duration answerWithin,
        int workers,
        Duration drain,
        Duration jobLease,
        JobDuty jobDuty,
        Upkeep upkeep,
        WebhookSettings webhooks,
        AccessSettings access,
        TelemetrySettings telemetry,
        ClaudeSettings claude,
        boolean upgradeLater) {

    private static final long MEGABYTE = 1024L * 1024;

    public Settings {
        allowOrigins = List.copyOf(allowOrigins);
    }

    /**
     * Reads and checks everything.
     *
     * @throws SettingsException naming the first wrong setting and what it must be
     */
    public static Settings read(Environment environment) {
        SettingReader reader = new SettingReader(environment);
        String host = reader.text("HOST", "127.0.0.1");
        return new Settings(
                        host,
                        reader.number("PORT", 8000, 0, 65_535),
                        reader.flag("ALLOW_UNAUTHENTICATED", false),
                        DatabaseUrl.parse(
                                reader.text("DB_URL", "sqlite:///./app.db"),
                                reader.text("DB_USER", ""),
                                reader.text("DB_PASSWORD", "")),
                        reader.origins("ALLOW_ORIGINS"),
                        reader.folder("STORAGE_DIR", "./local_storage"),
                        Bucket.read(reader),
                        reader.file("ENCRYPTION_KEY_FILE"),
                        reader.flag("ENCRYPT_DATABASE", true),
                        reader.number("READERS", 1, 1, 64),
                        reader.number("READER_MEMORY_MB", 512, 128, 8192),
                        reader.folder("TERMINOLOGY_DIR", "~/.meddoc/terminology"),
                        reader.number("MAX_UPLOAD_MB", 50, 1, 1024) * MEGABYTE,
                        Duration.ofSeconds(reader.number("ANSWER_WITHIN_SECONDS", 5, 0, 300)),
                        reader.number(
                                "WORKERS", Math.max(2, Runtime.getRuntime().availableProcessors()), 1, 256),
                        Duration.ofSeconds(reader.number("DRAIN_SECONDS", isLoopback(host) ? 0 : 3, 0, 10)),
                        Duration.ofSeconds(reader.number("JOB_LEASE_SECONDS", 15, 2, 3600)),
                        JobDuty.read(reader),
                        Upkeep.read(reader),
                        WebhookSettings.read(reader),
                        AccessSettings.read(reader),
                        TelemetrySettings.read(reader),
                        ClaudeSwitch.read(environment),
                        reader.flag("CLAUDE_UPGRADE_LATER", false))
                .checked();
    }

    private Settings checked() {
        if (!loopbackOnly() && !access.signIn() && !allowUnauthenticated) {
            throw new SettingsException("HOST must be a loopback address such as 127.0.0.1 while nobody signs in: set"
                    + " LOCAL_USERS=true, or OIDC_ISSUER and OIDC_AUDIENCE, to let other machines connect"
                    + " (docs/security.md)");
        }
        return this;
    }

    /** Whether only this machine can connect. */
    public boolean loopbackOnly() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** The file with the form's other fields and boundaries. */
    public long maxRequestBytes() {
        return maxUploadBytes + 65_536;
    }
}
