package ai.meddoc.infra.fargate;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.runtime.BalancedStack;
import ai.meddoc.infra.runtime.LoadBalancer;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.runtime.TargetGroups;
import ai.meddoc.infra.secrets.SecretReload.Renewal;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Option 1, recommended for production: the image on ECS Fargate behind a load balancer. */
public final class FargateStack extends BalancedStack {

    public FargateStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props, around);
        String digest = build("ImageDigest", "sha256:[0-9a-f]{64}", "The image to run, by digest");
        LogGroup log = log("ecs");
        CfnTargetGroup targets = TargetGroups.tasks(this, "Targets", around);
        LoadBalancer balancer = balancer(targets);
        Parameters parameters = new Parameters(this, "Parameters", around, Containers.COLLECTOR);
        FargateService service = new FargateService(
                this,
                "Backend",
                around,
                new FargateService.Parts(
                        around.ground().images().getRepositoryUri() + "@" + digest,
                        log.getLogGroupName(),
                        new TaskRoles(this, "Roles", around, log.getLogGroupArn(), parameters),
                        parameters,
                        targets.getRef()));
        service.getNode().addDependency(balancer);
        new Scaling(this, "Scaling", around.config(), service);
        service.getNode().addDependency(watch(around.config(), balancer));
        renew(newTasks(around.config()));
    }

    private Alarms watch(EnvironmentConfig config, LoadBalancer balancer) {
        Alarms alarms = alarms(balancer);
        Map<String, String> service =
                Map.of("ClusterName", config.named("cluster"), "ServiceName", config.named("service"));
        alarms.above("service-cpu", Metric.level("AWS/ECS", "CPUUtilization", service), BUSY_PERCENT);
        alarms.above("service-memory", Metric.level("AWS/ECS", "MemoryUtilization", service), BUSY_PERCENT);
        return alarms;
    }

    private Renewal newTasks(EnvironmentConfig config) {
        String service = "arn:aws:ecs:" + getRegion() + ":" + getAccount() + ":service/" + config.named("cluster") + "/"
                + config.named("service");
        return new Renewal(
                "ecs:updateService",
                Map.of(
                        "Cluster", config.named("cluster"),
                        "Service", config.named("service"),
                        "ForceNewDeployment", true),
                Statements.allow(List.of("ecs:UpdateService"), service));
    }
}
