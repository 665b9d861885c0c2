package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The VPC, and who may talk to whom. */
final class NetworkLines {

    private NetworkLines() {}

    static List<Line> all() {
        return List.of(
                Line.everywhere(
                        "a VPC of our own with public, private and isolated subnets in two zones",
                        NetworkLines::subnets),
                Line.everywhere("private subnets go out through NAT, isolated ones not at all", NetworkLines::ways),
                Line.everywhere(
                        "S3 by an endpoint",
                        t -> assertThat(t.one("AWS::EC2::VPCEndpoint").text("ServiceName"))
                                .contains(".s3")),
                Line.everywhere("flow logs of all traffic", t -> {
                    assertThat(t.one("AWS::EC2::FlowLog").text("TrafficType")).isEqualTo("ALL");
                    assertThat(t.one("AWS::EC2::FlowLog").text("LogDestinationType"))
                            .isEqualTo("s3");
                }),
                Line.balanced(
                        "security groups exactly, with a load balancer",
                        t -> assertThat(rules(t))
                                .containsExactlyInAnyOrder(
                                        "in FirewallsLoadBalancer 443 0.0.0.0/0",
                                        "in FirewallsLoadBalancer 80 0.0.0.0/0",
                                        "out FirewallsLoadBalancer 8000 FirewallsService",
                                        "in FirewallsService 8000 FirewallsLoadBalancer",
                                        "out FirewallsService 443 0.0.0.0/0",
                                        "out FirewallsService 5432 FirewallsDatabase",
                                        "in FirewallsDatabase 5432 FirewallsService")),
                Line.of(
                        DeploymentOption.SERVERLESS,
                        "security groups exactly, without",
                        t -> assertThat(rules(t))
                                .containsExactlyInAnyOrder(
                                        "out FirewallsService 443 0.0.0.0/0",
                                        "out FirewallsService 5432 FirewallsDatabase",
                                        "in FirewallsDatabase 5432 FirewallsService")));
    }

    private static void subnets(Templates t) {
        Resource vpc = t.one("AWS::EC2::VPC");
        for (String kind : List.of("public", "private", "isolated")) {
            List<Resource> subnets = t.all("AWS::EC2::Subnet").stream()
                    .filter(s -> s.id().startsWith("NetworkVpc" + kind))
                    .toList();
            assertThat(subnets).as(kind).hasSize(2).allMatch(s -> s.refersTo("VpcId", vpc));
            assertThat(subnets).allMatch(s -> s.text("MapPublicIpOnLaunch").equals("false"));
            assertThat(subnets.stream().map(s -> s.text("AvailabilityZone")).distinct())
                    .hasSize(2);
        }
        assertThat(t.all("AWS::EC2::RouteTable")).hasSize(6);
        assertThat(t.all("AWS::EC2::SubnetRouteTableAssociation")).hasSize(6);
    }

    private static void ways(Templates t) {
        Resource gateway = t.one("AWS::EC2::InternetGateway");
        assertThat(t.one("AWS::EC2::VPCGatewayAttachment").refersTo("InternetGatewayId", gateway))
                .isTrue();
        List<Resource> routes = t.all("AWS::EC2::Route");
        assertThat(routes).hasSize(4);
        assertThat(routes)
                .filteredOn(r -> r.id().contains("public"))
                .hasSize(2)
                .allMatch(r -> r.refersTo("GatewayId", gateway));
        List<Resource> nat = t.all("AWS::EC2::NatGateway");
        assertThat(nat).isNotEmpty().hasSameSizeAs(t.all("AWS::EC2::EIP"));
        assertThat(routes)
                .filteredOn(r -> r.id().contains("private"))
                .hasSize(2)
                .allMatch(r -> nat.stream().anyMatch(n -> r.refersTo("NatGatewayId", n)));
        assertThat(nat.stream().filter(n -> routes.stream().anyMatch(r -> r.refersTo("NatGatewayId", n))))
                .as("each NAT is used")
                .hasSameSizeAs(nat);
        assertThat(nat).hasSize(t.one("AWS::EC2::VPC").text("CidrBlock").startsWith("10.20.") ? 2 : 1);
    }

    /** Every rule of every group, as {@code in|out GROUP PORT PEER}. */
    private static List<String> rules(Templates t) {
        List<Resource> groups = t.all("AWS::EC2::SecurityGroup");
        List<String> rules = new ArrayList<>();
        for (Resource group : groups) {
            group.list("SecurityGroupIngress").forEach(r -> rules.add("in " + name(group) + " " + rule(r, groups)));
            group.list("SecurityGroupEgress").stream()
                    .filter(r -> !r.path("CidrIp").asText().equals("255.255.255.255/32"))
                    .forEach(r -> rules.add("out " + name(group) + " " + rule(r, groups)));
        }
        for (Resource rule : t.all("AWS::EC2::SecurityGroupIngress")) {
            rules.add("in " + peer(rule.at("GroupId"), groups) + " "
                    + rule(rule.node().path("Properties"), groups));
        }
        for (Resource rule : t.all("AWS::EC2::SecurityGroupEgress")) {
            rules.add("out " + peer(rule.at("GroupId"), groups) + " "
                    + rule(rule.node().path("Properties"), groups));
        }
        return rules;
    }

    private static String rule(JsonNode rule, List<Resource> groups) {
        assertThat(rule.path("IpProtocol").asText()).isEqualTo("tcp");
        assertThat(rule.path("FromPort")).isEqualTo(rule.path("ToPort"));
        JsonNode group = rule.has("SourceSecurityGroupId")
                ? rule.path("SourceSecurityGroupId")
                : rule.path("DestinationSecurityGroupId");
        return rule.path("FromPort").asText() + " "
                + (rule.has("CidrIp") ? rule.path("CidrIp").asText() : peer(group, groups));
    }

    private static String peer(JsonNode reference, List<Resource> groups) {
        return groups.stream()
                .filter(g -> reference.toString().contains("\"" + g.id() + "\""))
                .map(NetworkLines::name)
                .findFirst()
                .orElse("nobody");
    }

    private static String name(Resource group) {
        return group.id().substring(0, group.id().length() - 8);
    }
}
