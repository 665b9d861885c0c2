package ai.meddoc.infra.runtime;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.edge.Names;
import ai.meddoc.infra.edge.WebFirewall;
import ai.meddoc.infra.network.Network;
import java.util.List;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener.ActionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener.CertificateProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener.RedirectConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/**
 * The load balancer of the options that have one: HTTPS, a log, a firewall. Who somebody is finds the program out by
 * itself, so that what it shows and what it writes into its audit trail follow from the same identity.
 */
public final class LoadBalancer extends Construct {

    private final ApplicationLoadBalancer balancer;
    private final CfnTargetGroup targets;
    private final CfnListener https;

    /** @param targets the program: tasks, or nginx on an instance */
    public LoadBalancer(Construct scope, String id, Surroundings around, CfnTargetGroup targets) {
        super(scope, id);
        EnvironmentConfig config = around.config();
        this.targets = targets;
        Names names = new Names(this, "Names", config.domain());
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .loadBalancerName("med-doc-ai-" + config.name())
                .vpc(around.ground().vpc())
                .vpcSubnets(Network.PUBLIC)
                .internetFacing(true)
                .securityGroup(around.ground().balancerGroup())
                .deletionProtection(true)
                .dropInvalidHeaderFields(true)
                .build();
        balancer.logAccessLogs(around.ground().logs(), "alb");
        redirect();
        https = https(names);
        new WebFirewall(this, "Firewall", config, around.ground().key(), "REGIONAL")
                .guard(balancer.getLoadBalancerArn());
        names.lead(config.domain().api(), new LoadBalancerTarget(balancer), false);
    }

    public CfnListener https() {
        return https;
    }

    /** As metrics name it. */
    public String fullName() {
        return balancer.getLoadBalancerFullName();
    }

    public String targetFullName() {
        return targets.getAttrTargetGroupFullName();
    }

    private void redirect() {
        CfnListener.Builder.create(this, "Http")
                .loadBalancerArn(balancer.getLoadBalancerArn())
                .port(80)
                .protocol("HTTP")
                .defaultActions(List.of(ActionProperty.builder()
                        .type("redirect")
                        .redirectConfig(RedirectConfigProperty.builder()
                                .protocol("HTTPS")
                                .port("443")
                                .statusCode("HTTP_301")
                                .build())
                        .build()))
                .build();
    }

    private CfnListener https(Names names) {
        return CfnListener.Builder.create(this, "Https")
                .loadBalancerArn(balancer.getLoadBalancerArn())
                .port(443)
                .protocol("HTTPS")
                .sslPolicy("ELBSecurityPolicy-TLS13-1-2-2021-06")
                .certificates(List.of(CertificateProperty.builder()
                        .certificateArn(names.certificate().getCertificateArn())
                        .build()))
                .defaultActions(List.of(ActionProperty.builder()
                        .type("forward")
                        .targetGroupArn(targets.getRef())
                        .build()))
                .build();
    }
}
