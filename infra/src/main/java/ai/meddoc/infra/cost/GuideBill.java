package ai.meddoc.infra.cost;

import java.util.List;

/** The reference guide's own table, row by row. */
final class GuideBill {

    static final double SAID = 105;

    private GuideBill() {}

    record Row(String service, double usd) {}

    static List<Row> rows() {
        return List.of(
                new Row("ECS Fargate", 30),
                new Row("RDS PostgreSQL", 30),
                new Row("ALB", 20),
                new Row("S3 (uploads)", 3),
                new Row("S3 (frontend)", 1),
                new Row("CloudFront", 10),
                new Row("Secrets Manager", 1),
                new Row("Route 53", 0.50),
                new Row("ECR", 1),
                new Row("Data transfer", 5),
                new Row("CloudWatch Logs", 3));
    }

    static double sum() {
        return rows().stream().mapToDouble(Row::usd).sum();
    }
}
