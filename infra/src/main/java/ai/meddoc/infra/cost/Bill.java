package ai.meddoc.infra.cost;

import ai.meddoc.infra.DeploymentOption;
import java.util.ArrayList;
import java.util.List;

/** A month's bill for one option under one load. */
final class Bill {

    private final Prices prices;
    private final List<Item> items = new ArrayList<>();

    private Bill(Prices prices) {
        this.prices = prices;
    }

    record Item(String name, double usd) {}

    static Bill of(DeploymentOption option, Load load, Prices prices) {
        Bill bill = new Bill(prices);
        switch (option) {
            case FARGATE -> bill.fargate(load);
            case SERVERLESS -> bill.serverless(load);
            case VM -> bill.vm(load);
        }
        bill.shared(load);
        return bill;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    double total() {
        return items.stream().mapToDouble(Item::usd).sum();
    }

    private void fargate(Load load) {
        double hours = load.tasks() * Load.HOURS;
        add(
                "Fargate, " + load.tasks() + " tasks of 0.5 vCPU and 1 GB",
                hours * (0.5 * usd("fargate-vcpu") + usd("fargate-gb")));
        instance();
        balancer(load);
    }

    private void vm(Load load) {
        int machines = load.machines();
        add(
                "EC2, " + machines + " t3.medium with 30 GB",
                machines * (Load.HOURS * usd("ec2-t3-medium") + 30 * usd("ebs-gp3")));
        instance();
        balancer(load);
    }

    private void serverless(Load load) {
        double seconds = load.documents() * (Load.CPU_SECONDS + 0.1 * Load.REQUESTS);
        add("Lambda", seconds * 1.769 * usd("lambda-gb-s") + load.requests() / 1e6 * usd("lambda-request"));
        add("API Gateway", load.requests() / 1e6 * usd("api-request"));
        add("SQS", (load.documents() * 3 + 130_000) / 1e6 * usd("sqs-request"));
        double acu = 1 + load.documents() / 1e6;
        add(
                "Aurora Serverless v2, writer and standby",
                acu * Load.HOURS * usd("aurora-acu")
                        + (20 + load.documents() * 0.00002 * Load.MONTHS_KEPT) * usd("aurora-gb")
                        + load.documents() * 50 / 1e6 * usd("aurora-io"));
    }

    private void instance() {
        add("RDS db.t4g.medium, Multi-AZ, 20 GB", Load.HOURS * usd("rds-t4g-medium-2az") + 20 * usd("rds-gp3-2az"));
    }

    private void balancer(Load load) {
        double units = Math.max(1, load.requests() / (25 * Load.HOURS * 3_600));
        add("Load balancer", Load.HOURS * (usd("alb-hour") + units * usd("alb-lcu")));
        add("Its public addresses (2)", 2 * Load.HOURS * usd("ipv4"));
    }

    private void shared(Load load) {
        network(load);
        storage(load);
        guarding(load);
        watching(load);
        if (load.claude()) {
            add(
                    "Claude",
                    load.documents() / 1e6 * (Load.TOKENS_IN * usd("claude-in") + Load.TOKENS_OUT * usd("claude-out")));
        }
    }

    private void network(Load load) {
        double out = load.claude() ? load.documents() * (Load.TOKENS_IN + Load.TOKENS_OUT) * 4 / 1e9 : 0;
        add(
                "NAT gateways (2), with public addresses",
                2 * Load.HOURS * (usd("nat-hour") + usd("ipv4")) + (5 + out) * usd("nat-gb"));
        double gb = load.requests() * 20 / 1e6;
        add("CloudFront", Math.max(0, gb - 1_000) * usd("cloudfront-gb"));
        add("Route 53", usd("zone"));
    }

    private void storage(Load load) {
        add(
                "S3, documents of a year",
                load.storedGb() * usd("s3-gb") + load.documents() / 1e3 * (usd("s3-put") + 3 * usd("s3-get")));
        add("AWS Backup of the documents", load.storedGb() * usd("backup-s3"));
        add("ECR, 10 GB", 10 * usd("ecr-gb"));
    }

    private void guarding(Load load) {
        add(
                "WAF, two firewalls of five rules",
                2 * (usd("waf-acl") + 5 * usd("waf-rule")) + 2 * load.requests() / 1e6 * usd("waf-request"));
        add("KMS, two keys", 2 * usd("kms-key") + load.documents() * 2 / 1e4 * usd("kms-request"));
        add("Secrets Manager, three secrets", 3 * usd("secret"));
        add("Cognito, " + Load.PEOPLE + " people", Load.PEOPLE * usd("cognito-user"));
        add(
                "GuardDuty",
                usd("guardduty-event") + 5 * usd("guardduty-gb") + load.documents() * 4 / 1e6 * usd("guardduty-s3"));
        add("CloudTrail, data events", load.documents() * 4 / 1e5 * usd("trail-event"));
    }

    private void watching(Load load) {
        add("CloudWatch Logs", (5 + load.documents() * 0.000002) * usd("log-gb"));
        add("CloudWatch alarms", 7 * usd("alarm"));
        add("X-Ray, one call in twenty", Math.max(0, load.requests() / 20 - 100_000) / 1e6 * usd("trace"));
    }

    private double usd(String id) {
        return prices.usd(id);
    }

    private void add(String name, double usd) {
        items.add(new Item(name, usd));
    }
}
