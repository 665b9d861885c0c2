package ai.meddoc.infra.database;

import ai.meddoc.infra.access.Statements;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IRole;
import software.constructs.Construct;

/** The role by which RDS writes its operating-system metrics. */
final class Monitoring {

    static final int SECONDS = 60;

    private Monitoring() {}

    static IRole role(Construct scope) {
        Stack stack = Stack.of(scope);
        return Statements.role(
                scope,
                "Monitoring",
                "monitoring.rds.amazonaws.com",
                List.of(Statements.allow(
                        List.of(
                                "logs:CreateLogGroup",
                                "logs:PutRetentionPolicy",
                                "logs:CreateLogStream",
                                "logs:PutLogEvents",
                                "logs:DescribeLogStreams",
                                "logs:GetLogEvents"),
                        "arn:aws:logs:" + stack.getRegion() + ":" + stack.getAccount()
                                + ":log-group:RDSOSMetrics:log-stream:*",
                        "arn:aws:logs:" + stack.getRegion() + ":" + stack.getAccount() + ":log-group:RDSOSMetrics")));
    }
}
