package ai.meddoc.infra.runtime;

import java.util.List;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup.MatcherProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup.TargetDescriptionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup.TargetGroupAttributeProperty;
import software.constructs.Construct;

/** What the load balancer sends requests to, on port 8000, while {@code /health} answers 200. */
public final class TargetGroups {

    /** Longer than the program takes to finish what it has begun. */
    private static final String DRAIN_SECONDS = "30";

    private TargetGroups() {}

    /** Tasks register themselves. */
    public static CfnTargetGroup tasks(Construct scope, String id, Surroundings around) {
        return shaped(scope, id, around)
                .protocol("HTTP")
                .healthCheckProtocol("HTTP")
                .targetType("ip")
                .build();
    }

    /** One instance, spoken to over TLS: nginx holds a certificate of its own, which a load balancer does not check. */
    public static CfnTargetGroup instance(Construct scope, String id, Surroundings around, String instance) {
        return shaped(scope, id, around)
                .protocol("HTTPS")
                .healthCheckProtocol("HTTPS")
                .targetType("instance")
                .targets(
                        List.of(TargetDescriptionProperty.builder().id(instance).build()))
                .build();
    }

    private static CfnTargetGroup.Builder shaped(Construct scope, String id, Surroundings around) {
        return CfnTargetGroup.Builder.create(scope, id)
                .vpcId(around.ground().vpc().getVpcId())
                .port(8000)
                .healthCheckPath("/health")
                .healthCheckIntervalSeconds(15)
                .healthCheckTimeoutSeconds(5)
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .matcher(MatcherProperty.builder().httpCode("200").build())
                .targetGroupAttributes(List.of(TargetGroupAttributeProperty.builder()
                        .key("deregistration_delay.timeout_seconds")
                        .value(DRAIN_SECONDS)
                        .build()));
    }
}
