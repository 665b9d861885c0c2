package ai.meddoc.infra.observability;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm;
import software.amazon.awscdk.services.cloudwatch.CfnAlarm.DimensionProperty;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** Alarms that reach a person when they sound and when they end. docs/runbook.md has a section for each name. */
public final class Alarms extends Construct {

    private final String prefix;
    private final String topic;

    public Alarms(Construct scope, String id, String prefix, ITopic topic) {
        super(scope, id);
        this.prefix = prefix;
        this.topic = topic.getTopicArn();
    }

    /** Sounds when the metric lies above {@code threshold} for five minutes. */
    public CfnAlarm above(String name, Metric metric, double threshold) {
        return CfnAlarm.Builder.create(this, name)
                .alarmName(prefix + "-" + name)
                .alarmDescription("docs/runbook.md#" + name)
                .namespace(metric.namespace())
                .metricName(metric.name())
                .dimensions(metric.dimensions().entrySet().stream()
                        .map(d -> DimensionProperty.builder()
                                .name(d.getKey())
                                .value(d.getValue())
                                .build())
                        .toList())
                .statistic(metric.statistic())
                .period(60)
                .evaluationPeriods(5)
                .datapointsToAlarm(5 - metric.forgiven())
                .comparisonOperator("GreaterThanThreshold")
                .threshold(threshold)
                .treatMissingData("notBreaching")
                .alarmActions(List.of(topic))
                .okActions(List.of(topic))
                .build();
    }

    /**
     * One number of CloudWatch, each minute.
     *
     * @param forgiven of the five minutes looked at, how many may be fine
     */
    public record Metric(
            String namespace, String name, Map<String, String> dimensions, String statistic, int forgiven) {

        public Metric {
            dimensions = Map.copyOf(dimensions);
        }

        /** A level that must last the whole five minutes. */
        public static Metric level(String namespace, String name, Map<String, String> dimensions) {
            return new Metric(namespace, name, dimensions, "Average", 0);
        }

        /** A count for which one bad minute of the five is enough. */
        public static Metric count(String namespace, String name, Map<String, String> dimensions) {
            return new Metric(namespace, name, dimensions, "Sum", 4);
        }
    }
}
