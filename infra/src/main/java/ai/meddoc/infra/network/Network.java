package ai.meddoc.infra.network;

import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * A VPC of our own in two zones: public subnets for the load balancer and NAT only, private ones for the program,
 * isolated ones for the database. S3 is reached by a gateway endpoint, so that documents do not pay for NAT.
 */
public final class Network extends Construct {

    public static final SubnetSelection PUBLIC =
            SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build();
    public static final SubnetSelection PRIVATE =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build();
    public static final SubnetSelection ISOLATED =
            SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();

    private final Vpc vpc;

    public Network(Construct scope, String id, EnvironmentConfig config, IBucket logs) {
        super(scope, id);
        vpc = Vpc.Builder.create(this, "Vpc")
                .vpcName(config.named("vpc"))
                .ipAddresses(IpAddresses.cidr(config.network().cidr()))
                .maxAzs(2)
                .natGateways(config.network().natGateways())
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        SubnetConfiguration.builder()
                                .name("public")
                                .subnetType(SubnetType.PUBLIC)
                                .cidrMask(24)
                                .mapPublicIpOnLaunch(false)
                                .build(),
                        subnets("private", SubnetType.PRIVATE_WITH_EGRESS, 22),
                        subnets("isolated", SubnetType.PRIVATE_ISOLATED, 24)))
                .gatewayEndpoints(Map.of(
                        "S3",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .subnets(List.of(PRIVATE))
                                .build()))
                .flowLogs(Map.of(
                        "All",
                        FlowLogOptions.builder()
                                .trafficType(FlowLogTrafficType.ALL)
                                .destination(FlowLogDestination.toS3(logs, "vpc/"))
                                .build()))
                .build();
    }

    public Vpc vpc() {
        return vpc;
    }

    private static SubnetConfiguration subnets(String name, SubnetType type, int mask) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(mask)
                .build();
    }
}
