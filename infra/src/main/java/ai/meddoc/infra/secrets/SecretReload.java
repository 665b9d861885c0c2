package ai.meddoc.infra.secrets;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Logs;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.CloudWatchLogsLogGroupProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LogDestinationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.LoggingConfigurationProperty;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine.TracingConfigurationProperty;
import software.constructs.Construct;

/**
 * After a secret has changed (RDS rotated the password, a person put a new key in), the program is renewed step by step,
 * so that it reads the new one; requests go on meanwhile.
 */
public final class SecretReload extends Construct {

    /** @param renewal what is called, and with what: one state of a state machine */
    public SecretReload(
            Construct scope, String id, EnvironmentConfig config, IKey key, List<String> secrets, Renewal renewal) {
        super(scope, id);
        LogGroup log = Logs.group(this, "Lines", "/med-doc-ai/" + config.name() + "/secret-reload", config, key);
        IRole role = Statements.role(
                this,
                "Renewer",
                "states.amazonaws.com",
                List.of(
                        renewal.permission(),
                        Statements.allow(
                                List.of(
                                        "logs:CreateLogDelivery",
                                        "logs:DeleteLogDelivery",
                                        "logs:DescribeLogGroups",
                                        "logs:DescribeResourcePolicies",
                                        "logs:GetLogDelivery",
                                        "logs:ListLogDeliveries",
                                        "logs:PutResourcePolicy",
                                        "logs:UpdateLogDelivery",
                                        "xray:PutTelemetryRecords",
                                        "xray:PutTraceSegments"),
                                "*")));
        CfnStateMachine machine = CfnStateMachine.Builder.create(this, "Machine")
                .roleArn(role.getRoleArn())
                .definition(Map.of("StartAt", "Renew", "States", Map.of("Renew", state(renewal))))
                .tracingConfiguration(
                        TracingConfigurationProperty.builder().enabled(true).build())
                .loggingConfiguration(LoggingConfigurationProperty.builder()
                        .level("ALL")
                        .includeExecutionData(false)
                        .destinations(List.of(LogDestinationProperty.builder()
                                .cloudWatchLogsLogGroup(CloudWatchLogsLogGroupProperty.builder()
                                        .logGroupArn(log.getLogGroupArn())
                                        .build())
                                .build()))
                        .build())
                .build();
        machine.getNode().addDependency(role);
        trigger(machine.getAttrArn(), secrets);
    }

    private static Map<String, Object> state(Renewal renewal) {
        return Map.of(
                "Type",
                "Task",
                "Resource",
                "arn:aws:states:::aws-sdk:" + renewal.action(),
                "Parameters",
                renewal.parameters(),
                "Retry",
                List.of(Map.of("ErrorEquals", List.of("States.ALL"), "IntervalSeconds", 10, "MaxAttempts", 5)),
                "End",
                true);
    }

    private void trigger(String machine, List<String> secrets) {
        IRole starter = Statements.role(
                this,
                "Starter",
                "events.amazonaws.com",
                List.of(Statements.allow(List.of("states:StartExecution"), machine)));
        CfnRule.Builder.create(this, "Changed")
                .description("A secret of the program has a new value")
                .eventPattern(Map.of(
                        "source",
                        List.of("aws.secretsmanager"),
                        "detail",
                        Map.of(
                                "eventName",
                                List.of("RotationSucceeded", "PutSecretValue", "UpdateSecretVersionStage"),
                                "$or",
                                List.of(
                                        Map.of("additionalEventData", Map.of("SecretId", secrets)),
                                        Map.of("requestParameters", Map.of("secretId", secrets))))))
                .targets(List.of(TargetProperty.builder()
                        .id("Renew")
                        .arn(machine)
                        .roleArn(starter.getRoleArn())
                        .build()))
                .build();
    }

    /**
     * How the program is renewed.
     *
     * @param action an action of AWS as Step Functions names it, such as {@code ecs:updateService}
     */
    public record Renewal(String action, Map<String, Object> parameters, PolicyStatement permission) {

        public Renewal {
            parameters = Map.copyOf(parameters);
        }
    }
}
