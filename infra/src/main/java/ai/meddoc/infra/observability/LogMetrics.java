package ai.meddoc.infra.observability;

import java.util.List;
import software.amazon.awscdk.services.logs.CfnMetricFilter;
import software.amazon.awscdk.services.logs.CfnMetricFilter.MetricTransformationProperty;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/** Numbers read from the program's own log lines. */
public final class LogMetrics extends Construct {

    public static final String NAMESPACE = "MedDocAi";
    /** The program logs this name with every call to Claude that failed for good. */
    public static final String CLAUDE_ERRORS = "ClaudeErrors";
    /** The program logs {@code queue age=SECONDS} each minute. */
    public static final String QUEUE_AGE = "QueueAgeSeconds";

    public LogMetrics(Construct scope, String id, ILogGroup log) {
        super(scope, id);
        filter("ClaudeErrors", log, "\"claude\" \"failed\"", CLAUDE_ERRORS, "1");
        filter("QueueAge", log, "[time, level, source, queue=queue, age]", QUEUE_AGE, "$age");
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
