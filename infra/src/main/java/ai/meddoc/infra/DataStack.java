package ai.meddoc.infra;

import ai.meddoc.infra.access.SignIn;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.database.AuroraCluster;
import ai.meddoc.infra.database.Database;
import ai.meddoc.infra.database.PostgresInstance;
import ai.meddoc.infra.secrets.AnthropicKey;
import ai.meddoc.infra.storage.Backups;
import ai.meddoc.infra.storage.Lifecycles;
import ai.meddoc.infra.storage.PrivateBucket;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.HttpMethods;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** What must never be lost: documents, rows, secrets, people; and their backups. */
final class DataStack extends Stack {

    private final Database database;
    private final Bucket uploads;
    private final ISecret anthropicKey;
    private final SignIn signIn;

    DataStack(
            Construct scope,
            String id,
            StackProps props,
            EnvironmentConfig config,
            FoundationStack foundation,
            DeploymentOption option) {
        super(scope, id, props);
        String guarded = foundation.firewalls().database().getSecurityGroupId();
        database = option == DeploymentOption.SERVERLESS
                ? new AuroraCluster(this, "Database", config, foundation.vpc(), guarded, foundation.key()).database()
                : new PostgresInstance(this, "Database", config, foundation.vpc(), guarded, foundation.key())
                        .database();
        uploads = uploads(config, foundation);
        anthropicKey = new AnthropicKey(this, "AnthropicKey", config, foundation.key()).secret();
        signIn = new SignIn(this, "SignIn", config);
        new Backups(this, "Backups", config, foundation.key(), uploads, database.arn());
    }

    Database database() {
        return database;
    }

    Bucket uploads() {
        return uploads;
    }

    ISecret anthropicKey() {
        return anthropicKey;
    }

    SignIn signIn() {
        return signIn;
    }

    /** A browser may put a file straight into the bucket by a presigned address, from our own page only. */
    private Bucket uploads(EnvironmentConfig config, FoundationStack foundation) {
        PrivateBucket bucket = new PrivateBucket(
                this,
                "uploads",
                config,
                new PrivateBucket.Shared(foundation.key(), foundation.logs()),
                Lifecycles.documents());
        bucket.resource()
                .setCorsConfiguration(CfnBucket.CorsConfigurationProperty.builder()
                        .corsRules(List.of(CfnBucket.CorsRuleProperty.builder()
                                .allowedOrigins(List.of(config.domain().origin()))
                                .allowedMethods(List.of(HttpMethods.PUT.name()))
                                .allowedHeaders(List.of("content-type", "x-amz-checksum-sha256"))
                                .maxAge(300)
                                .build()))
                        .build());
        return bucket.bucket();
    }
}
