package ai.meddoc.infra.edge;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Logs;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration.FieldToMatchProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.DefaultActionProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.VisibilityConfigProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/** AWS WAF with a log. The log never holds credentials or a query string: a search for a phrase can be PHI. */
public final class WebFirewall extends Construct {

    private final CfnWebACL acl;

    /** @param where {@code CLOUDFRONT}, or {@code REGIONAL} for a load balancer or an API */
    public WebFirewall(Construct scope, String id, EnvironmentConfig config, IKey key, String where) {
        super(scope, id);
        acl = CfnWebACL.Builder.create(this, "Acl")
                .name(config.named(where.equals("REGIONAL") ? "api" : "edge"))
                .scope(where)
                .defaultAction(DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("Requests"))
                .rules(FirewallRules.all())
                .build();
        LogGroup log = Logs.group(
                this, "Lines", "aws-waf-logs-" + config.named(where.equals("REGIONAL") ? "api" : "edge"), config, key);
        CfnLoggingConfiguration.Builder.create(this, "Log")
                .resourceArn(acl.getAttrArn())
                .logDestinationConfigs(List.of(log.getLogGroupArn()))
                .redactedFields(List.of(
                        header("authorization"),
                        header("cookie"),
                        FieldToMatchProperty.builder().queryString(Map.of()).build()))
                .build();
    }

    public String arn() {
        return acl.getAttrArn();
    }

    /** Puts this firewall in front of a load balancer or the stage of an API. */
    public CfnWebACLAssociation guard(String resourceArn) {
        return CfnWebACLAssociation.Builder.create(this, "Association")
                .resourceArn(resourceArn)
                .webAclArn(acl.getAttrArn())
                .build();
    }

    static VisibilityConfigProperty visible(String metric) {
        return VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(false)
                .build();
    }

    private static FieldToMatchProperty header(String name) {
        return FieldToMatchProperty.builder().singleHeader(Map.of("Name", name)).build();
    }
}
