package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import java.util.List;
import java.util.Map;

/** Logs, alarms, audit, budget. */
final class ObservabilityLines {

    private static final Map<DeploymentOption, List<String>> ALARMS = Map.of(
            DeploymentOption.FARGATE,
            List.of("service-cpu", "service-memory", "database-connections", "alb-5xx", "claude-errors", "queue-age"),
            DeploymentOption.SERVERLESS,
            List.of(
                    "program-errors",
                    "worker-errors",
                    "database-connections",
                    "api-5xx",
                    "claude-errors",
                    "queue-age",
                    "dead-letters"),
            DeploymentOption.VM,
            List.of(
                    "instance-cpu",
                    "instance-memory",
                    "instance-status",
                    "database-connections",
                    "alb-5xx",
                    "claude-errors",
                    "queue-age"));

    private ObservabilityLines() {}

    static List<Line> all() {
        List<Line> lines = new java.util.ArrayList<>(List.of(
                Line.everywhere(
                        "every log group has a retention and our key",
                        t -> assertThat(t.all("AWS::Logs::LogGroup"))
                                .allMatch(g -> g.at("RetentionInDays").asInt() >= 30)
                                .allMatch(g -> g.text("KmsKeyId").contains("Key"))),
                Line.everywhere("the program's own log is kept", ObservabilityLines::programLog),
                Line.everywhere("alarms reach a person by an encrypted topic", ObservabilityLines::topic),
                Line.everywhere(
                        "CloudTrail: all regions, sealed, encrypted, with every read of a document",
                        ObservabilityLines::trail),
                Line.everywhere("GuardDuty, also over S3, and its findings reach a person", t -> {
                    assertThat(t.one("AWS::GuardDuty::Detector").text("Enable")).isEqualTo("true");
                    assertThat(t.one("AWS::GuardDuty::Detector").text("DataSources.S3Logs.Enable"))
                            .isEqualTo("true");
                    Resource rule = t.one("AWS::Events::Rule", "ThreatDetection");
                    assertThat(rule.refersTo("Targets", t.one("AWS::SNS::Topic")))
                            .isTrue();
                }),
                Line.everywhere(
                        "a budget that tells at 80% spent and 100% forecast",
                        t -> assertThat(t.one("AWS::Budgets::Budget").text("NotificationsWithSubscribers"))
                                .contains("\"ACTUAL\",\"Threshold\":80")
                                .contains("\"FORECASTED\",\"Threshold\":100")),
                Line.everywhere(
                        "Claude's errors are counted from the program's log",
                        t -> metric(
                                t,
                                "ClaudeErrors",
                                "{ ($.logger = \"meddoc.claude\") && ($.message = \"claude failed*\") }")),
                Line.everywhere(
                        "the age of the queue is read from the program's log",
                        t -> metric(
                                t, "QueueAgeSeconds", "{ ($.logger = \"meddoc.jobs\") && ($.queue_age_seconds = *) }")),
                Line.balanced(
                        "secret renewals leave a log",
                        t -> assertThat(t.one("AWS::StepFunctions::StateMachine")
                                        .text("LoggingConfiguration"))
                                .contains(t.one("AWS::Logs::LogGroup", "SecretReloadLines")
                                        .id())),
                Line.of(DeploymentOption.SERVERLESS, "API Gateway's log names routes, never addresses", t -> {
                    Resource stage = t.one("AWS::ApiGateway::Stage");
                    assertThat(stage.refersTo("AccessLogSetting", t.one("AWS::Logs::LogGroup", "GatewayLines")))
                            .isTrue();
                    assertThat(stage.text("AccessLogSetting.Format"))
                            .contains("resourcePath")
                            .doesNotContain("context.path\"");
                })));
        ALARMS.forEach((option, names) ->
                names.forEach(name -> lines.add(Line.of(option, "alarm " + name, t -> alarm(t, name)))));
        return lines;
    }

    private static void alarm(Templates t, String name) {
        assertThat(t.all("AWS::CloudWatch::Alarm"))
                .filteredOn(a -> a.text("AlarmName").endsWith("-" + name))
                .singleElement()
                .satisfies(a -> {
                    assertThat(a.refersTo("AlarmActions", t.one("AWS::SNS::Topic")))
                            .isTrue();
                    assertThat(a.text("AlarmDescription")).isEqualTo("docs/runbook.md#" + name);
                    double threshold = a.at("Threshold").asDouble();
                    switch (name) {
                        case "service-cpu", "service-memory", "instance-cpu", "instance-memory" ->
                            assertThat(threshold).isEqualTo(80);
                        case "database-connections" -> assertThat(threshold).isIn(320.0, 64.0);
                        case "queue-age" -> assertThat(threshold).isEqualTo(300);
                        default -> assertThat(threshold).isLessThanOrEqualTo(5);
                    }
                });
    }

    private static void programLog(Templates t) {
        assertThat(t.all("AWS::Logs::LogGroup"))
                .anyMatch(g -> g.text("LogGroupName").contains("/med-doc-ai-backend-")
                        || g.text("LogGroupName").endsWith("-program"));
        for (Resource function : t.all("AWS::Lambda::Function")) {
            assertThat(t.all("AWS::Logs::LogGroup"))
                    .anyMatch(g -> g.text("LogGroupName").equals("/aws/lambda/" + function.text("FunctionName")));
        }
        for (Resource task : t.all("AWS::ECS::TaskDefinition")) {
            assertThat(task.list("ContainerDefinitions"))
                    .allMatch(c -> c.path("LogConfiguration")
                            .path("LogDriver")
                            .asText()
                            .equals("awslogs"));
        }
    }

    private static void topic(Templates t) {
        Resource topic = t.one("AWS::SNS::Topic");
        assertThat(topic.text("KmsMasterKeyId")).contains("DataKey");
        assertThat(t.one("AWS::SNS::Subscription").refersTo("TopicArn", topic)).isTrue();
        assertThat(t.one("AWS::SNS::TopicPolicy").text("PolicyDocument"))
                .contains("cloudwatch.amazonaws.com")
                .contains("budgets.amazonaws.com")
                .contains("events.amazonaws.com");
    }

    private static void trail(Templates t) {
        Resource trail = t.one("AWS::CloudTrail::Trail");
        assertThat(trail.text("IsLogging")).isEqualTo("true");
        assertThat(trail.text("IsMultiRegionTrail")).isEqualTo("true");
        assertThat(trail.text("EnableLogFileValidation")).isEqualTo("true");
        assertThat(trail.text("KMSKeyId")).contains("DataKey");
        assertThat(trail.text("AdvancedEventSelectors"))
                .contains("AWS::S3::Object")
                .contains("-uploads-");
        Resource group = t.one("AWS::Logs::LogGroup", "AuditTrailLines");
        assertThat(trail.refersTo("CloudWatchLogsLogGroupArn", group)).isTrue();
        assertThat(trail.refersTo("CloudWatchLogsRoleArn", t.one("AWS::IAM::Role", "AuditTrailWriter")))
                .isTrue();
        assertThat(trail.refersTo("S3BucketName", t.one("AWS::S3::Bucket", "LogsBucket")))
                .isTrue();
        assertThat(t.one("AWS::S3::BucketPolicy", "LogsBucketPolicy").text("PolicyDocument"))
                .contains("cloudtrail.amazonaws.com");
    }

    /** From each log that the program writes: a task's, an instance's, or each function's. */
    private static void metric(Templates t, String name, String pattern) {
        assertThat(RuntimeLines.setting(t, "LOG_FORMAT")).contains("json");
        assertThat(t.all("AWS::Logs::MetricFilter"))
                .filteredOn(f -> f.text("MetricTransformations.0.MetricName").equals(name))
                .hasSize(Math.max(1, t.all("AWS::Lambda::Function").size()))
                .allMatch(f -> f.text("FilterPattern").equals(pattern))
                .allMatch(f -> f.text("MetricTransformations.0.MetricNamespace").equals("MedDocAi"));
    }
}
