package ai.meddoc.infra.observability;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A log group with a retention and our key. */
public final class Logs {

    private static final Map<Integer, RetentionDays> RETENTIONS = Map.ofEntries(
            Map.entry(30, RetentionDays.ONE_MONTH),
            Map.entry(60, RetentionDays.TWO_MONTHS),
            Map.entry(90, RetentionDays.THREE_MONTHS),
            Map.entry(120, RetentionDays.FOUR_MONTHS),
            Map.entry(180, RetentionDays.SIX_MONTHS),
            Map.entry(365, RetentionDays.ONE_YEAR),
            Map.entry(400, RetentionDays.THIRTEEN_MONTHS),
            Map.entry(545, RetentionDays.EIGHTEEN_MONTHS),
            Map.entry(731, RetentionDays.TWO_YEARS),
            Map.entry(1096, RetentionDays.THREE_YEARS),
            Map.entry(1827, RetentionDays.FIVE_YEARS),
            Map.entry(2192, RetentionDays.SIX_YEARS));

    private Logs() {}

    public static LogGroup group(Construct scope, String id, String name, EnvironmentConfig config, IKey key) {
        return LogGroup.Builder.create(scope, id)
                .logGroupName(name)
                .retention(RETENTIONS.get(config.logRetentionDays()))
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }
}
