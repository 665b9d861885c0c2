package ai.meddoc.infra.serverless;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * The messages that wake the worker: one for each file that reached the bucket, with its random name, and one a minute
 * in case one got lost. What is to be done stands in the database, so a message may come twice or late. It stays hidden
 * for six times as long as the worker may take: before that nobody else can be at it.
 */
final class WorkQueue extends Construct {

    static final int WORKER_SECONDS = 300;

    private final Queue work;
    private final Queue dead;

    WorkQueue(Construct scope, String id, EnvironmentConfig config, IKey key, String uploads) {
        super(scope, id);
        dead = queue("Dead", config.named("dead-letters"), key)
                .retentionPeriod(Duration.days(14))
                .build();
        work = queue("Work", config.named("work"), key)
                .visibilityTimeout(Duration.seconds(6 * WORKER_SECONDS))
                .deadLetterQueue(
                        DeadLetterQueue.builder().queue(dead).maxReceiveCount(5).build())
                .build();
        CfnRule arrived = wake("Arrived", target().inputPath("$.detail.object"))
                .description("A document was stored")
                .eventPattern(Map.of(
                        "source",
                        List.of("aws.s3"),
                        "detail-type",
                        List.of("Object Created"),
                        "detail",
                        Map.of("bucket", Map.of("name", List.of(uploads)))))
                .build();
        CfnRule minute = wake("EachMinute", target().input("{}"))
                .description("In case a message got lost")
                .scheduleExpression("rate(1 minute)")
                .build();
        work.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(work.getQueueArn()))
                .conditions(Map.of(
                        "ArnEquals", Map.of("aws:SourceArn", List.of(arrived.getAttrArn(), minute.getAttrArn()))))
                .build());
    }

    Queue work() {
        return work;
    }

    Queue dead() {
        return dead;
    }

    private Queue.Builder queue(String id, String name, IKey key) {
        return Queue.Builder.create(this, id)
                .queueName(name)
                .encryption(QueueEncryption.KMS)
                .encryptionMasterKey(key)
                .enforceSsl(true);
    }

    private TargetProperty.Builder target() {
        return TargetProperty.builder().id("Work").arn(work.getQueueArn());
    }

    private CfnRule.Builder wake(String id, TargetProperty.Builder target) {
        return CfnRule.Builder.create(this, id).targets(List.of(target.build()));
    }
}
