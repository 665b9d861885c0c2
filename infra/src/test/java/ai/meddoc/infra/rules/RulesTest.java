package ai.meddoc.infra.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Synthesis;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packs of rules: nothing broken but what is excused, and no excuse that nothing needs. */
class RulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Control Tower's rules that we do not keep, by the resource that breaks them. */
    private static final Map<String, String> GUARD_EXCEPTIONS = Map.of(
            "s3_bucket_default_encryption_kms_check \\w*LogsBucket\\w+",
            "load balancers and S3's access logs cannot write with a customer's key",
            "s3_bucket_logging_enabled_check \\w*LogsBucket\\w+",
            "the log of the log's bucket would be written into itself",
            "rds_instance_no_default_ports_check DatabaseInstance\\w+",
            "5432 is open to the program's group alone; another number hides nothing",
            "cloudfront_origin_failover_enabled_check WebAppDistribution\\w+",
            "the app's files have one home; the program's own failover is the load balancer's",
            "lambda_function_public_access_prohibited_check Invoke",
            "cfn-guard reads no joined text: the permission names our own API by SourceArn",
            "sqs_dlq_check WorkQueueDead\\w+",
            "a queue of dead letters is where letters end",
            "ec2_instance_no_public_ip_check MachineInstance\\w+",
            "its subnet gives none; naming the interface instead hides the subnet from cdk-nag",
            "ec2_instance_nitro_encryption_in_transit_check MachineInstance\\w+",
            "t3.medium is the guide's; nginx, database and S3 are spoken to over TLS");

    @ParameterizedTest
    @CsvSource({"FARGATE,prod", "FARGATE,dev", "SERVERLESS,prod", "SERVERLESS,dev", "VM,prod", "VM,dev"})
    void cdkNagFindsNothingUnexplained(DeploymentOption option, String environment) throws IOException {
        NagReport report = NagReport.of(Synthesis.of(option, environment).folder());
        System.out.printf(
                "cdk-nag %s %s: %d checks kept, %d excused, %d broken%n",
                option.word(),
                environment,
                report.kept(),
                report.excused(),
                report.broken().size());
        assertThat(report.kept()).isGreaterThan(200);
        assertThat(report.broken()).isEmpty();
    }

    @Test
    void exceptionsAreFewReasonedAndNeeded() throws IOException {
        assertThat(Exceptions.all()).allMatch(e -> e.reason().length() > 40);
        Set<String> used = new TreeSet<>();
        for (DeploymentOption option : DeploymentOption.values()) {
            Set<String> excused =
                    NagReport.of(Synthesis.of(option, "prod").folder()).excusedRules();
            System.out.printf("cdk-nag %s: %d exceptions in use%n", option.word(), excused.size());
            assertThat(excused).as("%s", option).hasSizeLessThanOrEqualTo(12);
            used.addAll(excused);
        }
        assertThat(Exceptions.all()).allMatch(e -> used.contains(e.rule()));
    }

    @ParameterizedTest
    @CsvSource({"FARGATE", "SERVERLESS", "VM"})
    void controlTowersRulesAreKept(DeploymentOption option) throws IOException, InterruptedException {
        assumeTrue(Guard.installed(), "cfn-guard is not installed: npm ci in infra/");
        List<Path> templates = new ArrayList<>();
        Path folder = Files.createDirectories(Path.of("target", "guard", option.word()));
        for (String stack : Synthesis.STACKS) {
            Path from = Synthesis.of(option, "prod").folder().resolve(stack + ".template.json");
            Path to = folder.resolve(stack + ".json");
            JSON.writeValue(to.toFile(), Rendered.of(JSON.readTree(from.toFile())));
            templates.add(to);
        }
        Guard.Result result = Guard.run(templates);
        List<String> unexcused = result.broken().stream()
                .filter(b -> GUARD_EXCEPTIONS.keySet().stream()
                        .noneMatch(e -> b.substring(b.indexOf(' ') + 1).matches(e)))
                .toList();
        System.out.printf(
                "Control Tower %s: %d rules kept, %d excused, %d broken%n",
                option.word(), result.kept(), result.broken().size() - unexcused.size(), unexcused.size());
        assertThat(result.kept()).isGreaterThan(60);
        assertThat(unexcused).isEmpty();
    }
}
