package ai.meddoc.infra.observability;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Where every alarm goes: an encrypted topic that mails the operators. */
public final class AlarmTopic extends Construct {

    private final Topic topic;

    public AlarmTopic(Construct scope, String id, EnvironmentConfig config, IKey key) {
        super(scope, id);
        topic = Topic.Builder.create(this, "Topic")
                .topicName(config.named("alarms"))
                .displayName("med-doc-ai " + config.name())
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addSubscription(new EmailSubscription(config.budget().email()));
        Map<String, String> here = Map.of("aws:SourceAccount", Stack.of(this).getAccount());
        for (String service : List.of("cloudwatch.amazonaws.com", "budgets.amazonaws.com")) {
            topic.addToResourcePolicy(Statements.service(service, List.of("sns:Publish"), topic.getTopicArn(), here));
        }
    }

    public Topic topic() {
        return topic;
    }
}
