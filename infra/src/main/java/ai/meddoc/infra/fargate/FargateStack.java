package ai.meddoc.infra.fargate;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.observability.LogMetrics;
import ai.meddoc.infra.observability.Logs;
import ai.meddoc.infra.runtime.LoadBalancer;
import ai.meddoc.infra.runtime.ProgramAlarms;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.runtime.TargetGroups;
import ai.meddoc.infra.secrets.SecretReload;
import ai.meddoc.infra.secrets.SecretReload.Renewal;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Option 1, recommended for production: the image on ECS Fargate behind a load balancer. */
public final class FargateStack extends Stack {

    private static final int BUSY_PERCENT = 80;

    public FargateStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props);
        EnvironmentConfig config = around.config();
        CfnParameter digest = CfnParameter.Builder.create(this, "ImageDigest")
                .type("String")
                .allowedPattern("sha256:[0-9a-f]{64}")
                .description("The image to run, by digest")
                .build();
        LogGroup log = Logs.group(
                this,
                "Lines",
                "/ecs/med-doc-ai-backend-" + config.name(),
                config,
                around.ground().key());
        CfnTargetGroup targets = TargetGroups.tasks(this, "Targets", around);
        LoadBalancer balancer = new LoadBalancer(this, "LoadBalancer", around, targets);
        Parameters parameters = new Parameters(this, "Parameters", around, Containers.COLLECTOR);
        FargateService service = new FargateService(
                this,
                "Backend",
                around,
                new FargateService.Parts(
                        around.ground().images().getRepositoryUri() + "@" + digest.getValueAsString(),
                        log.getLogGroupName(),
                        new TaskRoles(this, "Roles", around, log.getLogGroupArn(), parameters),
                        parameters,
                        targets.getRef()));
        service.getNode().addDependency(balancer);
        new Scaling(this, "Scaling", config, service);
        new LogMetrics(this, "LogMetrics", log);
        service.getNode().addDependency(alarms(around, balancer));
        renew(around);
    }

    private Alarms alarms(Surroundings around, LoadBalancer balancer) {
        EnvironmentConfig config = around.config();
        Alarms alarms = new Alarms(
                this, "Alarms", "med-doc-ai-" + config.name(), around.ground().alarms());
        Map<String, String> service =
                Map.of("ClusterName", config.named("cluster"), "ServiceName", config.named("service"));
        alarms.above("service-cpu", Metric.level("AWS/ECS", "CPUUtilization", service), BUSY_PERCENT);
        alarms.above("service-memory", Metric.level("AWS/ECS", "MemoryUtilization", service), BUSY_PERCENT);
        ProgramAlarms shared = new ProgramAlarms(alarms);
        shared.loadBalancer(balancer);
        shared.database(around.data().database(), config.database().connectionsAlarm());
        shared.claude();
        shared.queue();
        return alarms;
    }

    private void renew(Surroundings around) {
        EnvironmentConfig config = around.config();
        String service = "arn:aws:ecs:" + getRegion() + ":" + getAccount() + ":service/" + config.named("cluster") + "/"
                + config.named("service");
        new SecretReload(
                this,
                "SecretReload",
                config,
                around.ground().key(),
                List.of(
                        around.data().database().secretArn(),
                        around.data().anthropicKey().getSecretArn()),
                new Renewal(
                        "ecs:updateService",
                        Map.of(
                                "Cluster", config.named("cluster"),
                                "Service", config.named("service"),
                                "ForceNewDeployment", true),
                        Statements.allow(List.of("ecs:UpdateService"), service)));
    }
}
