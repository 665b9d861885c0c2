package ai.meddoc.infra.fargate;

import ai.meddoc.infra.config.EnvironmentConfig;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalableTarget;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.PredefinedMetricSpecificationProperty;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty;
import software.constructs.Construct;

/** More tasks when CPU or memory is busy, fewer when they are idle. */
final class Scaling extends Construct {

    Scaling(Construct scope, String id, EnvironmentConfig config, FargateService service) {
        super(scope, id);
        CfnScalableTarget target = CfnScalableTarget.Builder.create(this, "Target")
                .serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId("service/" + config.named("cluster") + "/" + config.named("service"))
                .minCapacity(config.service().minimum())
                .maxCapacity(config.service().maximum())
                .build();
        target.getNode().addDependency(service);
        track("Cpu", target, "ECSServiceAverageCPUUtilization", 60);
        track("Memory", target, "ECSServiceAverageMemoryUtilization", 75);
    }

    private void track(String id, CfnScalableTarget target, String metric, int percent) {
        CfnScalingPolicy.Builder.create(this, id)
                .policyName(id)
                .policyType("TargetTrackingScaling")
                .scalingTargetId(target.getRef())
                .targetTrackingScalingPolicyConfiguration(TargetTrackingScalingPolicyConfigurationProperty.builder()
                        .targetValue(percent)
                        .scaleOutCooldown(60)
                        .scaleInCooldown(300)
                        .predefinedMetricSpecification(PredefinedMetricSpecificationProperty.builder()
                                .predefinedMetricType(metric)
                                .build())
                        .build())
                .build();
    }
}
