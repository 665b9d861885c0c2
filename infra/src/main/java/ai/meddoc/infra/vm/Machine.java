package ai.meddoc.infra.vm;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.runtime.ProgramSettings;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import software.amazon.awscdk.services.ec2.CfnInstance;
import software.amazon.awscdk.services.ec2.CfnInstance.BlockDeviceMappingProperty;
import software.amazon.awscdk.services.ec2.CfnInstance.EbsProperty;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate.LaunchTemplateDataProperty;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate.MetadataOptionsProperty;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate.MonitoringProperty;
import software.amazon.awscdk.services.iam.CfnInstanceProfile;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.ssm.ParameterValueType;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/** One instance in a private subnet: no public address, no SSH (Session Manager), the metadata service by token only. */
final class Machine extends Construct {

    private static final String IMAGE = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
    private static final int DISK_GB = 30;

    private final CfnInstance instance;

    Machine(Construct scope, String id, Surroundings around, FirstStart start, String logArn) {
        super(scope, id);
        IRole role = Statements.role(this, "Role", "ec2.amazonaws.com", statements(around, logArn));
        CfnInstanceProfile profile = CfnInstanceProfile.Builder.create(this, "Profile")
                .roles(List.of(role.getRoleName()))
                .build();
        CfnLaunchTemplate template = CfnLaunchTemplate.Builder.create(this, "Template")
                .launchTemplateData(LaunchTemplateDataProperty.builder()
                        .monitoring(MonitoringProperty.builder().enabled(true).build())
                        .metadataOptions(MetadataOptionsProperty.builder()
                                .httpTokens("required")
                                .httpPutResponseHopLimit(1)
                                .build())
                        .build())
                .build();
        instance = CfnInstance.Builder.create(this, "Instance")
                .instanceType("t3.medium")
                .imageId(StringParameter.valueForTypedStringParameterV2(
                        this, IMAGE, ParameterValueType.AWS_EC2_IMAGE_ID))
                .launchTemplate(CfnInstance.LaunchTemplateSpecificationProperty.builder()
                        .launchTemplateId(template.getRef())
                        .version(template.getAttrLatestVersionNumber())
                        .build())
                .iamInstanceProfile(profile.getRef())
                .subnetId(around.ground()
                        .vpc()
                        .selectSubnets(Network.PRIVATE)
                        .getSubnetIds()
                        .getFirst())
                .securityGroupIds(List.of(around.ground().serviceGroup().getSecurityGroupId()))
                .monitoring(true)
                .ebsOptimized(true)
                .disableApiTermination(true)
                .blockDeviceMappings(List.of(disk(around)))
                .userData(start.userData())
                .build();
    }

    String id() {
        return instance.getRef();
    }

    private static BlockDeviceMappingProperty disk(Surroundings around) {
        return BlockDeviceMappingProperty.builder()
                .deviceName("/dev/xvda")
                .ebs(EbsProperty.builder()
                        .encrypted(true)
                        .kmsKeyId(around.ground().key().getKeyArn())
                        .volumeType("gp3")
                        .volumeSize(DISK_GB)
                        .deleteOnTermination(true)
                        .build())
                .build();
    }

    private static List<PolicyStatement> statements(Surroundings around, String logArn) {
        ProgramSettings settings = new ProgramSettings(around);
        List<PolicyStatement> own = List.of(
                settings.documents(),
                settings.listing(),
                settings.secrets(),
                settings.decryption(),
                Statements.allow(
                        List.of("s3:GetObject"), around.ground().artifacts().arnForObjects("builds/*")),
                Statements.allow(
                        List.of("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"), logArn),
                Statements.allow(
                        List.of(
                                "cloudwatch:PutMetricData",
                                "ec2messages:AcknowledgeMessage",
                                "ec2messages:DeleteMessage",
                                "ec2messages:FailMessage",
                                "ec2messages:GetEndpoint",
                                "ec2messages:GetMessages",
                                "ec2messages:SendReply",
                                "ssm:UpdateInstanceInformation",
                                "ssmmessages:CreateControlChannel",
                                "ssmmessages:CreateDataChannel",
                                "ssmmessages:OpenControlChannel",
                                "ssmmessages:OpenDataChannel"),
                        "*"));
        return Statements.joined(own, settings.services());
    }
}
