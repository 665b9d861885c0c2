package ai.meddoc.infra.rules;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.CfnDistribution;
import software.amazon.awscdk.services.ec2.CfnInternetGateway;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.CfnRouteTable;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.CfnSubnet;
import software.amazon.awscdk.services.ec2.CfnVPC;
import software.amazon.awscdk.services.ecr.CfnRepository;
import software.amazon.awscdk.services.ecs.CfnCluster;
import software.amazon.awscdk.services.ecs.CfnService;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.iam.CfnPolicy;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.CfnUser;
import software.amazon.awscdk.services.iam.CfnUserPolicy;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * The reference guide built as its commands and console clicks say (phases 1 to 6 and its workflow's access keys): the
 * negative control, which the packs must refuse.
 */
final class GuideStack extends Stack {

    private static final String ACCOUNT = "111122223333";

    private final CfnVPC vpc;
    private final List<String> subnets;

    GuideStack(Construct scope, String id) {
        super(scope, id);
        vpc = CfnVPC.Builder.create(this, "Vpc").cidrBlock("10.0.0.0/16").build();
        subnets = subnets();
        CfnSecurityGroup balancer = group("Balancer", 80, 443);
        CfnSecurityGroup tasks = group("Tasks", 8000);
        CfnSecurityGroup database = group("Database", 5432);
        database(database);
        secret("db-password");
        secret("db-url");
        secret("anthropic-key");
        CfnRepository.Builder.create(this, "Images")
                .repositoryName("med-doc-ai-backend")
                .build();
        buckets();
        CfnTargetGroup targets = balancer(balancer);
        service(tasks, targets);
        workflowUser();
    }

    private List<String> subnets() {
        CfnInternetGateway gateway =
                CfnInternetGateway.Builder.create(this, "Gateway").build();
        CfnRouteTable table =
                CfnRouteTable.Builder.create(this, "Routes").vpcId(vpc.getRef()).build();
        CfnRoute.Builder.create(this, "Out")
                .routeTableId(table.getRef())
                .destinationCidrBlock("0.0.0.0/0")
                .gatewayId(gateway.getRef())
                .build();
        return List.of(subnet("A", "10.0.0.0/24"), subnet("B", "10.0.1.0/24"));
    }

    private String subnet(String name, String cidr) {
        return CfnSubnet.Builder.create(this, "Subnet" + name)
                .vpcId(vpc.getRef())
                .cidrBlock(cidr)
                .mapPublicIpOnLaunch(true)
                .build()
                .getRef();
    }

    private CfnSecurityGroup group(String name, int... ports) {
        return CfnSecurityGroup.Builder.create(this, name + "Group")
                .vpcId(vpc.getRef())
                .groupDescription(name)
                .securityGroupIngress(java.util.Arrays.stream(ports)
                        .mapToObj(p -> CfnSecurityGroup.IngressProperty.builder()
                                .ipProtocol("tcp")
                                .fromPort(p)
                                .toPort(p)
                                .cidrIp(p < 1000 ? "0.0.0.0/0" : "10.0.0.0/16")
                                .build())
                        .toList())
                .build();
    }

    private void database(CfnSecurityGroup group) {
        CfnDBInstance.Builder.create(this, "Database")
                .engine("postgres")
                .engineVersion("15")
                .dbInstanceClass("db.t3.micro")
                .allocatedStorage("20")
                .storageType("gp3")
                .multiAz(true)
                .publiclyAccessible(false)
                .dbName("medai_db")
                .masterUsername("admin")
                .masterUserPassword("your-secure-password")
                .backupRetentionPeriod(7)
                .vpcSecurityGroups(List.of(group.getRef()))
                .build();
    }

    private void secret(String name) {
        CfnSecret.Builder.create(this, "Secret-" + name)
                .name("med-doc-ai/" + name)
                .build();
    }

    private void buckets() {
        CfnBucket.Builder.create(this, "Uploads")
                .bucketName("med-doc-ai-uploads")
                .publicAccessBlockConfiguration(CfnBucket.PublicAccessBlockConfigurationProperty.builder()
                        .blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)
                        .build())
                .build();
        CfnBucket frontend = CfnBucket.Builder.create(this, "Frontend")
                .bucketName("med-doc-ai-frontend")
                .websiteConfiguration(CfnBucket.WebsiteConfigurationProperty.builder()
                        .indexDocument("index.html")
                        .errorDocument("index.html")
                        .build())
                .build();
        CfnBucketPolicy.Builder.create(this, "FrontendPolicy")
                .bucket(frontend.getRef())
                .policyDocument(document("s3:GetObject", "arn:aws:s3:::med-doc-ai-frontend/*"))
                .build();
        CfnDistribution.Builder.create(this, "Distribution")
                .distributionConfig(CfnDistribution.DistributionConfigProperty.builder()
                        .enabled(true)
                        .defaultRootObject("index.html")
                        .origins(List.of(CfnDistribution.OriginProperty.builder()
                                .id("frontend")
                                .domainName("med-doc-ai-frontend.s3.us-east-1.amazonaws.com")
                                .s3OriginConfig(CfnDistribution.S3OriginConfigProperty.builder()
                                        .build())
                                .build()))
                        .defaultCacheBehavior(CfnDistribution.DefaultCacheBehaviorProperty.builder()
                                .targetOriginId("frontend")
                                .viewerProtocolPolicy("redirect-to-https")
                                .build())
                        .build())
                .build();
    }

    private CfnTargetGroup balancer(CfnSecurityGroup group) {
        CfnLoadBalancer balancer = CfnLoadBalancer.Builder.create(this, "Balancer")
                .scheme("internet-facing")
                .type("application")
                .subnets(subnets)
                .securityGroups(List.of(group.getRef()))
                .build();
        CfnTargetGroup targets = CfnTargetGroup.Builder.create(this, "Targets")
                .targetType("ip")
                .protocol("HTTP")
                .port(8000)
                .vpcId(vpc.getRef())
                .healthCheckPath("/health")
                .build();
        CfnListener.Builder.create(this, "Http")
                .loadBalancerArn(balancer.getRef())
                .port(80)
                .protocol("HTTP")
                .defaultActions(List.of(CfnListener.ActionProperty.builder()
                        .type("forward")
                        .targetGroupArn(targets.getRef())
                        .build()))
                .build();
        return targets;
    }

    private void service(CfnSecurityGroup group, CfnTargetGroup targets) {
        CfnLogGroup.Builder.create(this, "Lines")
                .logGroupName("/ecs/med-doc-ai-backend")
                .build();
        CfnRole execution = CfnRole.Builder.create(this, "ecsTaskExecutionRole")
                .assumeRolePolicyDocument(trust())
                .managedPolicyArns(List.of("arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"))
                .build();
        CfnRole task = CfnRole.Builder.create(this, "ecsTaskRole")
                .assumeRolePolicyDocument(trust())
                .build();
        CfnPolicy.Builder.create(this, "TaskPolicy")
                .policyName("task")
                .roles(List.of(task.getRef()))
                .policyDocument(document("s3:PutObject", "arn:aws:s3:::med-doc-ai-uploads/*"))
                .build();
        CfnTaskDefinition definition = CfnTaskDefinition.Builder.create(this, "Definition")
                .family("med-doc-ai-backend")
                .cpu("512")
                .memory("1024")
                .networkMode("awsvpc")
                .requiresCompatibilities(List.of("FARGATE"))
                .executionRoleArn(execution.getAttrArn())
                .taskRoleArn(task.getAttrArn())
                .containerDefinitions(List.of(CfnTaskDefinition.ContainerDefinitionProperty.builder()
                        .name("backend")
                        .image(ACCOUNT + ".dkr.ecr.us-east-1.amazonaws.com/med-doc-ai-backend:latest")
                        .environment(List.of(CfnTaskDefinition.KeyValuePairProperty.builder()
                                .name("USE_CLAUDE_REAL")
                                .value("true")
                                .build()))
                        .build()))
                .build();
        CfnCluster cluster = CfnCluster.Builder.create(this, "Cluster")
                .clusterName("med-doc-ai-cluster")
                .build();
        CfnService.Builder.create(this, "Service")
                .cluster(cluster.getRef())
                .taskDefinition(definition.getRef())
                .desiredCount(2)
                .launchType("FARGATE")
                .networkConfiguration(CfnService.NetworkConfigurationProperty.builder()
                        .awsvpcConfiguration(CfnService.AwsVpcConfigurationProperty.builder()
                                .assignPublicIp("ENABLED")
                                .subnets(subnets)
                                .securityGroups(List.of(group.getRef()))
                                .build())
                        .build())
                .loadBalancers(List.of(CfnService.LoadBalancerProperty.builder()
                        .containerName("backend")
                        .containerPort(8000)
                        .targetGroupArn(targets.getRef())
                        .build()))
                .build();
    }

    /** The workflow logs in with stored keys of a user. */
    private void workflowUser() {
        CfnUser user = CfnUser.Builder.create(this, "Workflow").build();
        CfnUserPolicy.Builder.create(this, "WorkflowPolicy")
                .policyName("deploy")
                .userName(user.getRef())
                .policyDocument(document("ecs:UpdateService", "*"))
                .build();
    }

    private static Map<String, Object> document(String action, String resource) {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of("Effect", "Allow", "Action", List.of(action), "Resource", List.of(resource))));
    }

    private static Map<String, Object> trust() {
        return Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Service", "ecs-tasks.amazonaws.com"),
                        "Action",
                        "sts:AssumeRole")));
    }
}
