package ai.meddoc.infra.runtime;

import ai.meddoc.infra.database.Database;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.observability.LogMetrics;
import java.util.Map;

/** The alarms that more than one option has. */
public final class ProgramAlarms {

    private static final int OLDEST_SECONDS = 300;

    private final Alarms alarms;

    public ProgramAlarms(Alarms alarms) {
        this.alarms = alarms;
    }

    public void database(Database database, int connections) {
        alarms.above(
                "database-connections",
                Metric.level("AWS/RDS", "DatabaseConnections", Map.of(database.dimension(), database.identifier())),
                connections);
    }

    /** From the program's own log. */
    public void claude() {
        alarms.above("claude-errors", Metric.count(LogMetrics.NAMESPACE, LogMetrics.CLAUDE_ERRORS, Map.of()), 5);
    }

    /** From the program's own log: how long the oldest document waits. */
    public void queue() {
        alarms.above("queue-age", Metric.level(LogMetrics.NAMESPACE, LogMetrics.QUEUE_AGE, Map.of()), OLDEST_SECONDS);
    }

    public void loadBalancer(LoadBalancer balancer) {
        alarms.above(
                "alb-5xx",
                Metric.count(
                        "AWS/ApplicationELB",
                        "HTTPCode_Target_5XX_Count",
                        Map.of(
                                "LoadBalancer", balancer.fullName(),
                                "TargetGroup", balancer.targetFullName())),
                5);
    }
}
