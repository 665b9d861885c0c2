package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** CloudFront, firewalls, names, certificates, the load balancer's listeners. */
final class EdgeLines {

    private EdgeLines() {}

    static List<Line> all() {
        return List.of(
                Line.everywhere("CloudFront: HTTPS only, TLS 1.2, its own certificate, a log", EdgeLines::distribution),
                Line.everywhere("web app from a private bucket by origin access control", EdgeLines::files),
                Line.everywhere("/api/* to the program over TLS, never cached", EdgeLines::api),
                Line.everywhere(
                        "pages become index.html by a function on the default behaviour only", EdgeLines::pages),
                Line.everywhere(
                        "security headers on the app's files",
                        t -> assertThat(t.one("AWS::CloudFront::ResponseHeadersPolicy")
                                        .text("ResponseHeadersPolicyConfig"))
                                .contains("default-src 'self'")
                                .contains("StrictTransportSecurity")),
                Line.everywhere("firewall in front of CloudFront, with rate limit and log", t -> {
                    Resource acl = acl(t, "CLOUDFRONT");
                    assertThat(t.one("AWS::CloudFront::Distribution").refersTo("DistributionConfig.WebACLId", acl))
                            .isTrue();
                }),
                Line.everywhere("firewall in front of the program, with rate limit and log", t -> {
                    Resource acl = acl(t, "REGIONAL");
                    assertThat(t.one("AWS::WAFv2::WebACLAssociation").refersTo("WebACLArn", acl))
                            .isTrue();
                }),
                Line.everywhere("bodies over 8 KB pass on the document paths, and there only", EdgeLines::largeBodies),
                Line.everywhere(
                        "names: the apex and api, with certificates for the apex and all below", EdgeLines::names),
                Line.balanced(
                        "load balancer: HTTPS by TLS 1.2 or later, port 80 only redirects, a log",
                        EdgeLines::listeners),
                Line.balanced("targets on port 8000, checked by /health", t -> {
                    Resource targets = t.one("AWS::ElasticLoadBalancingV2::TargetGroup");
                    assertThat(targets.text("Port")).isEqualTo("8000");
                    assertThat(targets.text("HealthCheckPath")).isEqualTo("/health");
                    assertThat(t.one("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerHttps")
                                    .refersTo("DefaultActions", targets))
                            .isTrue();
                }));
    }

    private static JsonNode config(Templates t) {
        return t.one("AWS::CloudFront::Distribution").at("DistributionConfig");
    }

    private static void distribution(Templates t) {
        JsonNode config = config(t);
        assertThat(config.path("ViewerCertificate")
                        .path("MinimumProtocolVersion")
                        .asText())
                .isEqualTo("TLSv1.2_2021");
        assertThat(config.path("ViewerCertificate").toString()).contains("NamesCertificate");
        assertThat(config.path("DefaultCacheBehavior")
                        .path("ViewerProtocolPolicy")
                        .asText())
                .isEqualTo("redirect-to-https");
        assertThat(config.path("CacheBehaviors"))
                .allMatch(b -> b.path("ViewerProtocolPolicy").asText().equals("https-only"));
        assertThat(config.path("Logging").path("Bucket").toString()).contains("EdgeLogs");
        assertThat(config.path("Restrictions").toString()).contains("whitelist");
    }

    private static void files(Templates t) {
        Resource bucket = t.one("AWS::S3::Bucket", "web");
        Resource access = t.one("AWS::CloudFront::OriginAccessControl");
        assertThat(access.text("OriginAccessControlConfig.SigningBehavior")).isEqualTo("always");
        assertThat(config(t).path("Origins"))
                .filteredOn(o -> o.has("S3OriginConfig"))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.path("OriginAccessControlId").toString()).contains(access.id());
                    assertThat(o.path("DomainName").toString()).contains(bucket.id());
                });
        assertThat(t.one("AWS::S3::BucketPolicy", "webBucketPolicy").text("PolicyDocument"))
                .contains("cloudfront.amazonaws.com")
                .contains("AWS:SourceArn");
    }

    private static void api(Templates t) {
        assertThat(config(t).path("CacheBehaviors"))
                .filteredOn(b -> b.path("PathPattern").asText().equals("/api/*"))
                .singleElement()
                .satisfies(b -> assertThat(b.path("CachePolicyId").asText())
                        .as("CachingDisabled")
                        .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"));
        assertThat(config(t).path("Origins"))
                .filteredOn(o -> o.has("CustomOriginConfig"))
                .allSatisfy(o -> assertThat(o.path("CustomOriginConfig").toString())
                        .contains("https-only")
                        .contains("TLSv1.2"));
    }

    private static void pages(Templates t) {
        Resource function = t.one("AWS::CloudFront::Function");
        JsonNode config = config(t);
        assertThat(config.path("DefaultCacheBehavior")
                        .path("FunctionAssociations")
                        .toString())
                .contains(function.id());
        assertThat(config.path("CacheBehaviors")).noneMatch(b -> b.has("FunctionAssociations"));
        assertThat(config.has("CustomErrorResponses")).isFalse();
    }

    private static Resource acl(Templates t, String scope) {
        Resource acl = t.all("AWS::WAFv2::WebACL").stream()
                .filter(a -> a.text("Scope").equals(scope))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no firewall " + scope));
        assertThat(acl.text("Rules"))
                .contains("RateBasedStatement")
                .contains("AWSManagedRulesCommonRuleSet")
                .contains("AWSManagedRulesKnownBadInputsRuleSet")
                .contains("AWSManagedRulesAmazonIpReputationList");
        assertThat(t.all("AWS::WAFv2::LoggingConfiguration"))
                .anyMatch(l -> l.refersTo("ResourceArn", acl)
                        && l.text("RedactedFields").contains("authorization")
                        && l.text("RedactedFields").contains("QueryString")
                        && t.all("AWS::Logs::LogGroup").stream().anyMatch(g -> l.refersTo("LogDestinationConfigs", g)));
        return acl;
    }

    private static void largeBodies(Templates t) {
        assertThat(t.all("AWS::WAFv2::WebACL")).hasSize(2);
        for (Resource acl : t.all("AWS::WAFv2::WebACL")) {
            List<JsonNode> rules = acl.list("Rules");
            JsonNode common = rule(rules, "AWSManagedRulesCommonRuleSet");
            assertThat(common.path("Statement")
                            .path("ManagedRuleGroupStatement")
                            .path("RuleActionOverrides"))
                    .singleElement()
                    .satisfies(o -> assertThat(o.toString())
                            .contains("SizeRestrictions_BODY")
                            .contains("\"Count\":{}"));
            JsonNode elsewhere = rule(rules, "LargeBodyOutsideDocumentPaths");
            assertThat(elsewhere.path("Priority").asInt())
                    .isGreaterThan(common.path("Priority").asInt());
            assertThat(elsewhere.path("Action").toString()).isEqualTo("{\"Block\":{}}");
            JsonNode and = elsewhere.path("Statement").path("AndStatement").path("Statements");
            assertThat(and.path(0).path("LabelMatchStatement").path("Key").asText())
                    .isEqualTo("awswaf:managed:aws:core-rule-set:SizeRestrictions_Body");
            String path = and.path(1)
                    .path("NotStatement")
                    .path("Statement")
                    .path("RegexMatchStatement")
                    .path("RegexString")
                    .asText();
            assertThat(List.of("/documents", "/api/documents", "/api/extract-codes", "/classify"))
                    .allMatch(p -> Pattern.matches(path, p));
            assertThat(List.of("/", "/documents/12", "/codes", "/api/documents/1/review", "/x/documents"))
                    .noneMatch(p -> Pattern.matches(path, p));
        }
    }

    private static JsonNode rule(List<JsonNode> rules, String name) {
        return rules.stream()
                .filter(r -> r.path("Name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no rule " + name));
    }

    private static void names(Templates t) {
        Resource distribution = t.one("AWS::CloudFront::Distribution");
        assertThat(t.in("Edge", "AWS::Route53::RecordSet"))
                .hasSize(2)
                .allMatch(r -> r.refersTo("AliasTarget", distribution));
        assertThat(t.in("Service", "AWS::Route53::RecordSet"))
                .singleElement()
                .satisfies(r -> assertThat(r.text("Name")).startsWith("api."));
        for (String stack : List.of("Edge", "Service")) {
            assertThat(t.in(stack, "AWS::CertificateManager::Certificate"))
                    .singleElement()
                    .satisfies(
                            c -> assertThat(c.text("SubjectAlternativeNames")).contains("*." + c.text("DomainName")));
        }
    }

    private static void listeners(Templates t) {
        Resource balancer = t.one("AWS::ElasticLoadBalancingV2::LoadBalancer");
        assertThat(balancer.text("Scheme")).isEqualTo("internet-facing");
        assertThat(balancer.text("Subnets")).contains("public").doesNotContain("private");
        assertThat(balancer.refersTo("SecurityGroups", t.one("AWS::EC2::SecurityGroup", "FirewallsLoadBalancer")))
                .isTrue();
        assertThat(balancer.text("LoadBalancerAttributes"))
                .contains("{\"Key\":\"access_logs.s3.enabled\",\"Value\":\"true\"}")
                .contains("{\"Key\":\"deletion_protection.enabled\",\"Value\":\"true\"}");
        Resource http = t.one("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerHttpA");
        assertThat(http.list("DefaultActions"))
                .singleElement()
                .satisfies(a -> assertThat(
                                a.path("RedirectConfig").path("Protocol").asText())
                        .isEqualTo("HTTPS"));
        Resource https = t.one("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerHttps");
        assertThat(https.text("SslPolicy")).startsWith("ELBSecurityPolicy-TLS13-1-2");
        assertThat(https.text("Certificates")).contains("Certificate");
        assertThat(t.one("AWS::S3::BucketPolicy", "LogsBucketPolicy").text("PolicyDocument"))
                .contains("alb/");
    }
}
