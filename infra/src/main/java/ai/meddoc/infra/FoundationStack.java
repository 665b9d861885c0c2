package ai.meddoc.infra;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.delivery.GithubAccess;
import ai.meddoc.infra.delivery.Registry;
import ai.meddoc.infra.keys.DataKey;
import ai.meddoc.infra.network.Firewalls;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.observability.AlarmTopic;
import ai.meddoc.infra.observability.AuditTrail;
import ai.meddoc.infra.observability.MonthlyBudget;
import ai.meddoc.infra.observability.ThreatDetection;
import ai.meddoc.infra.storage.Lifecycles;
import ai.meddoc.infra.storage.LogBucket;
import ai.meddoc.infra.storage.PrivateBucket;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What every option stands on and what outlives each deployment: key, network, logs, audit, budget, images. */
final class FoundationStack extends Stack {

    private final Key key;
    private final Bucket logs;
    private final IVpc vpc;
    private final Firewalls firewalls;
    private final ISecurityGroup balancer;
    private final Topic alarms;
    private final Repository images;
    private final Bucket artifacts;

    FoundationStack(Construct scope, String id, StackProps props, EnvironmentConfig config, DeploymentOption option) {
        super(scope, id, props);
        key = new DataKey(this, "DataKey", config).key();
        logs = new LogBucket(this, "Logs", config, ObjectOwnership.BUCKET_OWNER_ENFORCED).bucket();
        vpc = new Network(this, "Network", config, logs).vpc();
        firewalls = new Firewalls(this, "Firewalls", vpc);
        balancer = option == DeploymentOption.SERVERLESS ? firewalls.service() : firewalls.loadBalancer();
        alarms = new AlarmTopic(this, "Alarms", config, key).topic();
        new AuditTrail(this, "AuditTrail", config, key, logs);
        new ThreatDetection(this, "ThreatDetection", alarms);
        new MonthlyBudget(this, "MonthlyBudget", config);
        images = new Registry(this, "Images", config, key).repository();
        artifacts = new PrivateBucket(
                        this, "artifacts", config, new PrivateBucket.Shared(key, logs), Lifecycles.builds())
                .bucket();
        new GithubAccess(this, "GithubAccess", config, images, artifacts);
    }

    Key key() {
        return key;
    }

    Bucket logs() {
        return logs;
    }

    IVpc vpc() {
        return vpc;
    }

    Firewalls firewalls() {
        return firewalls;
    }

    ISecurityGroup balancer() {
        return balancer;
    }

    Topic alarms() {
        return alarms;
    }

    Repository images() {
        return images;
    }

    Bucket artifacts() {
        return artifacts;
    }
}
