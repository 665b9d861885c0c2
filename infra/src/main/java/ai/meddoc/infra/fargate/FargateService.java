package ai.meddoc.infra.fargate;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.CfnCluster.ClusterSettingsProperty;
import software.amazon.awscdk.services.ecs.CfnService;
import software.amazon.awscdk.services.ecs.CfnService.AwsVpcConfigurationProperty;
import software.amazon.awscdk.services.ecs.CfnService.DeploymentAlarmsProperty;
import software.amazon.awscdk.services.ecs.CfnService.DeploymentCircuitBreakerProperty;
import software.amazon.awscdk.services.ecs.CfnService.DeploymentConfigurationProperty;
import software.amazon.awscdk.services.ecs.CfnService.LoadBalancerProperty;
import software.amazon.awscdk.services.ecs.CfnService.NetworkConfigurationProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.VolumeProperty;
import software.constructs.Construct;

/** The service: tasks of half a core and 1 GB in private subnets; a deployment that fails rolls itself back. */
final class FargateService extends Construct {

    private final CfnCluster cluster;
    private final CfnService service;

    FargateService(Construct scope, String id, Surroundings around, Parts parts) {
        super(scope, id);
        EnvironmentConfig config = around.config();
        cluster = CfnCluster.Builder.create(this, "Cluster")
                .clusterName(config.named("cluster"))
                .clusterSettings(List.of(ClusterSettingsProperty.builder()
                        .name("containerInsights")
                        .value("enabled")
                        .build()))
                .build();
        service = CfnService.Builder.create(this, "Service")
                .serviceName(config.named("service"))
                .cluster(cluster.getRef())
                .taskDefinition(task(config, around, parts).getRef())
                .launchType("FARGATE")
                .platformVersion("LATEST")
                .desiredCount(config.service().minimum())
                .enableEcsManagedTags(true)
                .propagateTags("SERVICE")
                .healthCheckGracePeriodSeconds(60)
                .deploymentConfiguration(rollBack(config))
                .networkConfiguration(inside(around))
                .loadBalancers(List.of(LoadBalancerProperty.builder()
                        .containerName(Containers.PROGRAM)
                        .containerPort(8000)
                        .targetGroupArn(parts.targets())
                        .build()))
                .build();
    }

    CfnCluster cluster() {
        return cluster;
    }

    CfnService service() {
        return service;
    }

    private CfnTaskDefinition task(EnvironmentConfig config, Surroundings around, Parts parts) {
        Containers containers = new Containers(around, parts.parameters(), parts.log());
        return CfnTaskDefinition.Builder.create(this, "Task")
                .family(config.named("backend"))
                .requiresCompatibilities(List.of("FARGATE"))
                .networkMode("awsvpc")
                .cpu("512")
                .memory("1024")
                .executionRoleArn(parts.roles().execution().getRoleArn())
                .taskRoleArn(parts.roles().task().getRoleArn())
                .volumes(List.of(
                        VolumeProperty.builder().name(Containers.WRITABLE).build()))
                .containerDefinitions(List.of(containers.program(parts.image()), containers.collector()))
                .build();
    }

    private static DeploymentConfigurationProperty rollBack(EnvironmentConfig config) {
        return DeploymentConfigurationProperty.builder()
                .minimumHealthyPercent(100)
                .maximumPercent(200)
                .deploymentCircuitBreaker(DeploymentCircuitBreakerProperty.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .alarms(DeploymentAlarmsProperty.builder()
                        .enable(true)
                        .rollback(true)
                        .alarmNames(List.of("med-doc-ai-" + config.name() + "-alb-5xx"))
                        .build())
                .build();
    }

    private static NetworkConfigurationProperty inside(Surroundings around) {
        return NetworkConfigurationProperty.builder()
                .awsvpcConfiguration(AwsVpcConfigurationProperty.builder()
                        .assignPublicIp("DISABLED")
                        .subnets(around.ground()
                                .vpc()
                                .selectSubnets(Network.PRIVATE)
                                .getSubnetIds())
                        .securityGroups(List.of(around.ground().serviceGroup().getSecurityGroupId()))
                        .build())
                .build();
    }

    /**
     * What a service is put together from.
     *
     * @param image by digest: a tag could mean another image tomorrow
     */
    record Parts(String image, String log, TaskRoles roles, Parameters parameters, String targets) {}
}
