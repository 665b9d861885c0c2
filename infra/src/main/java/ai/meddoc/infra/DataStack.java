package ai.meddoc.infra;

import ai.meddoc.infra.access.SignIn;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.database.AuroraCluster;
import ai.meddoc.infra.database.Database;
import ai.meddoc.infra.database.PostgresInstance;
import ai.meddoc.infra.secrets.AnthropicKey;
import ai.meddoc.infra.secrets.AuditKey;
import ai.meddoc.infra.storage.Backups;
import ai.meddoc.infra.storage.Lifecycles;
import ai.meddoc.infra.storage.PrivateBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** What must never be lost: documents, rows, secrets, people; and their backups. */
final class DataStack extends Stack {

    private final Database database;
    private final Bucket uploads;
    private final ISecret anthropicKey;
    private final ISecret auditKey;
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
        auditKey = new AuditKey(this, "AuditKey", config, foundation.key()).secret();
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

    ISecret auditKey() {
        return auditKey;
    }

    SignIn signIn() {
        return signIn;
    }

    private Bucket uploads(EnvironmentConfig config, FoundationStack foundation) {
        return new PrivateBucket(
                        this,
                        "uploads",
                        config,
                        new PrivateBucket.Shared(foundation.key(), foundation.logs()),
                        Lifecycles.documents())
                .bucket();
    }
}
