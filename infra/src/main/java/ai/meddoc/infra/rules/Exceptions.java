package ai.meddoc.infra.rules;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/** All exceptions from the packs, in one place: no deployment is to need more than twelve. */
public final class Exceptions {

    private static final String REPLICATION =
            "AWS Backup keeps daily copies of the documents in a vault of its own; the "
                    + "other buckets hold logs and builds that can be made again";

    private static final String KEYS =
            "Anthropic has no call that makes a key: the runbook changes it with two keys overlapping. The audit trail's "
                    + "key must stay, or what it sealed could not be verified any more";

    private static final String SIGN_IN =
            "The program checks each call by itself: a token or an API key in a header, or the cookie of a browser's "
                    + "session, which an authorizer of API Gateway cannot read";

    private static final List<RuleException> ALL = List.of(
            RuleException.of(
                    "HIPAA.Security-VPCNoUnrestrictedRouteToIGW",
                    "Foundation/Network/Vpc/publicSubnet\\d/DefaultRoute",
                    "The public subnets hold the load balancer and NAT only: both exist to reach the internet"),
            RuleException.of(
                    "HIPAA.Security-VPCDefaultSecurityGroupClosed",
                    "Foundation/Network/Vpc/Resource",
                    "CloudFormation cannot close the group that a VPC is born with; infra/deploy empties it, and "
                            + "nothing uses it"),
            RuleException.of(
                    "AwsSolutions-EC23",
                    "Foundation/Firewalls/LoadBalancer/Resource",
                    "The load balancer is the way in: 443, and 80 which only redirects; a firewall stands before it and "
                            + "the program's sign-in behind it"),
            RuleException.of(
                    "HIPAA.Security-ELBv2ACMCertificateRequired",
                    "Service/LoadBalancer/Http",
                    "The listener on port 80 does nothing but redirect to HTTPS"),
            RuleException.of(
                    "AwsSolutions-RDS11",
                    "Data/Database/(Instance|Cluster)",
                    "5432 is open to the program's security group alone; another number hides nothing"),
            RuleException.of(
                    "HIPAA.Security-RDSInBackupPlan",
                    "Data/Database/(Writer|Standby)",
                    "AWS Backup takes the whole Aurora cluster, which is in the plan; its instances hold no data"),
            RuleException.of(
                    "HIPAA.Security-S3BucketReplicationEnabled",
                    "(Foundation|Data|Edge)/[A-Za-z-]+/Bucket/Resource",
                    REPLICATION),
            RuleException.of(
                    "HIPAA.Security-S3DefaultEncryptionKMS",
                    "(Foundation/Logs|Edge/Edge-Logs)/Bucket/Resource",
                    "Load balancers and S3's access logs cannot write with a customer's key; S3's own encrypts them"),
            RuleException.of("AwsSolutions-SMG4", "Data/(AnthropicKey|AuditKey)/Secret/Resource", KEYS),
            RuleException.of(
                    "HIPAA.Security-SecretsManagerRotationEnabled",
                    "Data/(AnthropicKey|AuditKey)/Secret/Resource",
                    KEYS),
            RuleException.of(
                    "HIPAA.Security-APIGWCacheEnabledAndEncrypted",
                    "Service/Gateway/Api/DeploymentStage\\.[a-z]+/Resource",
                    "Replies hold PHI of whoever is signed in: a cache in front of them must not exist"),
            RuleException.of("AwsSolutions-APIG4", "Service/Gateway/Api/Default/[A-Za-z{}+/]*ANY/Resource", SIGN_IN),
            RuleException.of("AwsSolutions-COG4", "Service/Gateway/Api/Default/[A-Za-z{}+/]*ANY/Resource", SIGN_IN),
            RuleException.of(
                    "AwsSolutions-IAM5",
                    "(Foundation/GithubAccess/Policy|Data/(Database/Monitoring|Backups/Writer)Policy"
                            + "|Edge/WebDelivery/Policy|Service/([A-Za-z]+/)?[A-Za-z]+Policy)/Resource",
                    "Objects under one prefix of one bucket, whose names are random; and calls that IAM knows no "
                            + "resource for (ECR's login, X-Ray, Session Manager). Actions are always written out"));

    private Exceptions() {}

    /** All of them, for the test that counts them. */
    public static List<RuleException> all() {
        return ALL;
    }

    static void apply(App app) {
        for (IConstruct construct : app.getNode().findAll()) {
            if (construct instanceof CfnResource resource) {
                apply(resource);
            }
        }
    }

    private static void apply(CfnResource resource) {
        String path = resource.getNode().getPath();
        List<NagPackSuppression> suppressions = ALL.stream()
                .filter(e -> e.where().matcher(path).matches())
                .map(e -> NagPackSuppression.builder()
                        .id(e.rule())
                        .reason(e.reason())
                        .build())
                .toList();
        if (!suppressions.isEmpty()) {
            NagSuppressions.addResourceSuppressions(resource, suppressions);
        }
    }
}
