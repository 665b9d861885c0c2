package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Synthesis;
import ai.meddoc.infra.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is taken out of the templates, a line of the checklist notices: {@code target/mutations-*.tsv} says which. */
class MutationTest {

    @ParameterizedTest
    @EnumSource
    void everyResourceIsMissedByALine(DeploymentOption option) throws IOException {
        Templates whole = Synthesis.of(option, "prod").templates();
        List<Line> lines = Checklist.of(option);
        List<String> table = new ArrayList<>(List.of("removed\tfailing lines"));
        List<String> unmissed = new ArrayList<>();
        for (Resource resource : whole.all()) {
            Templates without = whole.without(resource);
            List<String> red = lines.stream()
                    .filter(l -> !l.holds(without))
                    .map(Line::name)
                    .toList();
            table.add(resource + "\t" + String.join("; ", red));
            if (red.isEmpty()) {
                unmissed.add(resource.toString());
            }
        }
        Files.write(Path.of("target", "mutations-" + option.word() + ".tsv"), table);
        System.out.printf(
                "mutations %s: %d resources taken out one by one, %d unnoticed, %d lines%n",
                option.word(), table.size() - 1, unmissed.size(), lines.size());
        assertThat(unmissed).isEmpty();
        assertThat(lines)
                .as("every line can fail")
                .allMatch(
                        l -> table.stream().anyMatch(row -> row.contains(l.name())) || failsWithoutAProperty(l, whole));
    }

    private static boolean failsWithoutAProperty(Line line, Templates whole) {
        return whole.all().stream().anyMatch(r -> {
            List<String> names = new ArrayList<>();
            r.node().path("Properties").fieldNames().forEachRemaining(names::add);
            return names.stream().anyMatch(n -> !line.holds(whole.without(r, n)));
        });
    }

    /** Settings stand in parameters, in variables or in a file, as text: another name is as good as none. */
    @ParameterizedTest
    @CsvSource({
        "FARGATE, AUDIT_KEY",
        "SERVERLESS, AUDIT_KEY_SECRET_ARN",
        "VM, AUDIT_KEY_SECRET_ARN",
        "VM, AUDIT_KEY=",
        "FARGATE, OIDC_ISSUER",
        "SERVERLESS, OIDC_ISSUER",
        "VM, OIDC_ISSUER",
        "FARGATE, OIDC_AUDIENCE",
        "SERVERLESS, OIDC_AUDIENCE",
        "VM, OIDC_AUDIENCE",
        "FARGATE, OIDC_CLIENT_ID",
        "SERVERLESS, OIDC_CLIENT_ID",
        "VM, OIDC_CLIENT_ID",
        "FARGATE, OIDC_ROLES_CLAIM",
        "FARGATE, PUBLIC_URL",
        "SERVERLESS, VisibilityTimeout",
        "SERVERLESS, rds-ca.pem",
        "FARGATE, LOG_FORMAT",
        "SERVERLESS, LOG_FORMAT",
        "VM, LOG_FORMAT",
        "FARGATE, USE_CLAUDE_REAL",
        "SERVERLESS, CLAUDE_BACKEND",
        "FARGATE, bedrock:InvokeModel",
        "VM, bedrock:InvokeModel"
    })
    void everySettingIsMissedByALine(DeploymentOption option, String name) {
        Templates without = Synthesis.of(option, "prod").templates().renaming(name, "GONE");
        assertThat(Checklist.of(option)).as(name).anyMatch(l -> !l.holds(without));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FARGATE | AWS::RDS::DBInstance                      | StorageEncrypted
                    FARGATE | AWS::RDS::DBInstance                      | MultiAZ
                    FARGATE | AWS::RDS::DBInstance                      | BackupRetentionPeriod
                    FARGATE | AWS::RDS::DBInstance                      | DeletionProtection
                    FARGATE | AWS::RDS::DBInstance                      | EnableCloudwatchLogsExports
                    FARGATE | AWS::RDS::DBInstance                      | ManageMasterUserPassword
                    FARGATE | AWS::S3::Bucket                           | BucketEncryption
                    FARGATE | AWS::S3::Bucket                           | VersioningConfiguration
                    FARGATE | AWS::S3::Bucket                           | PublicAccessBlockConfiguration
                    FARGATE | AWS::S3::Bucket                           | LifecycleConfiguration
                    FARGATE | AWS::Logs::LogGroup                       | RetentionInDays
                    FARGATE | AWS::Logs::LogGroup                       | KmsKeyId
                    FARGATE | AWS::SecretsManager::Secret               | KmsKeyId
                    FARGATE | AWS::KMS::Key                             | EnableKeyRotation
                    FARGATE | AWS::CloudTrail::Trail                    | AdvancedEventSelectors
                    FARGATE | AWS::CloudTrail::Trail                    | EnableLogFileValidation
                    FARGATE | AWS::ECR::Repository                      | ImageTagMutability
                    FARGATE | AWS::ECR::Repository                      | ImageScanningConfiguration
                    FARGATE | AWS::Cognito::UserPool                    | MfaConfiguration
                    FARGATE | AWS::CloudFront::Distribution             | DistributionConfig.WebACLId
                    FARGATE | AWS::CloudFront::Distribution             | DistributionConfig.Logging
                    FARGATE | AWS::CloudFront::Distribution             | DistributionConfig.ViewerCertificate
                    FARGATE | AWS::CloudFront::Distribution             | DistributionConfig.DefaultCacheBehavior.FunctionAssociations
                    FARGATE | AWS::WAFv2::WebACL                        | Rules.3.Statement.ManagedRuleGroupStatement.RuleActionOverrides
                    FARGATE | AWS::WAFv2::LoggingConfiguration          | RedactedFields
                    FARGATE | AWS::CloudWatch::Alarm                    | AlarmActions
                    FARGATE | AWS::Budgets::Budget                      | NotificationsWithSubscribers
                    FARGATE | AWS::ElasticLoadBalancingV2::LoadBalancer | LoadBalancerAttributes
                    FARGATE | AWS::ECS::TaskDefinition                  | ContainerDefinitions.0.ReadonlyRootFilesystem
                    FARGATE | AWS::ECS::TaskDefinition                  | ContainerDefinitions.0.User
                    FARGATE | AWS::ECS::TaskDefinition                  | ContainerDefinitions.0.HealthCheck
                    FARGATE | AWS::ECS::TaskDefinition                  | ContainerDefinitions.0.Secrets
                    FARGATE | AWS::ECS::Service                         | DeploymentConfiguration.DeploymentCircuitBreaker
                    FARGATE | AWS::ECS::Service                         | NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp
                    SERVERLESS | AWS::Lambda::Function                  | SnapStart
                    SERVERLESS | AWS::Lambda::Function                  | TracingConfig
                    SERVERLESS | AWS::Lambda::Function                  | DeadLetterConfig
                    SERVERLESS | AWS::SQS::Queue                        | KmsMasterKeyId
                    SERVERLESS | AWS::Lambda::EventSourceMapping        | FunctionResponseTypes
                    SERVERLESS | AWS::ApiGateway::RestApi               | BinaryMediaTypes
                    SERVERLESS | AWS::ApiGateway::Stage                 | AccessLogSetting
                    SERVERLESS | AWS::RDS::DBCluster                    | StorageEncrypted
                    VM | AWS::EC2::LaunchTemplate                       | LaunchTemplateData.MetadataOptions
                    VM | AWS::EC2::Instance                             | BlockDeviceMappings
                    VM | AWS::EC2::Instance                             | LaunchTemplate
                    """)
    void everyPropertyIsMissedByALine(DeploymentOption option, String type, String property) {
        Templates whole = Synthesis.of(option, "prod").templates();
        assertThat(whole.all(type)).isNotEmpty();
        for (Resource resource : whole.all(type)) {
            Templates without = whole.without(resource, property);
            assertThat(Checklist.of(option)).as("%s of %s", property, resource).anyMatch(l -> !l.holds(without));
        }
    }
}
