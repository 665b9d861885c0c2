package ai.meddoc.infra.observability;

import java.util.List;
import software.amazon.awscdk.services.logs.CfnMetricFilter;
import software.amazon.awscdk.services.logs.CfnMetricFilter.MetricTransformationProperty;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** Numbers read from the program's own log lines, which are JSON. */
public final class LogMetrics extends Construct {

    public static final String NAMESPACE = "MedDocAi";
    /** The program writes such a line whenever the local engine answered in Claude's place. */
    public static final String CLAUDE_ERRORS = "ClaudeErrors";
    /** The program writes such a line each minute. */
    public static final String QUEUE_AGE = "QueueAgeSeconds";

    /** Lines are JSON, since the program is told {@code LOG_FORMAT=json}. */
    public LogMetrics(Construct scope, String id, ILogGroup log) {
        super(scope, id);
        filter(
                "ClaudeErrors",
                log,
                "{ ($.logger = \"meddoc.claude\") && ($.message = \"claude failed*\") }",
                CLAUDE_ERRORS,
                "1");
        filter(
                "QueueAge",
                log,
                "{ ($.logger = \"meddoc.jobs\") && ($.queue_age_seconds = *) }",
                QUEUE_AGE,
                "$.queue_age_seconds");
    }

    private void filter(String id, ILogGroup log, String pattern, String metric, String value) {
        CfnMetricFilter.Builder.create(this, id)
                .logGroupName(log.getLogGroupName())
                .filterPattern(pattern)
                .metricTransformations(List.of(MetricTransformationProperty.builder()
                        .metricNamespace(NAMESPACE)
                        .metricName(metric)
                        .metricValue(value)
                        .build()))
                .build();
    }
}
