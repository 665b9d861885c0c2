package ai.meddoc.infra.observability;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudtrail.CfnTrail;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedEventSelectorProperty;
import software.amazon.awscdk.services.cloudtrail.CfnTrail.AdvancedFieldSelectorProperty;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** CloudTrail in all regions, with every read and write of an uploaded document; encrypted, sealed by digests. */
public final class AuditTrail extends Construct {

    public AuditTrail(Construct scope, String id, EnvironmentConfig config, IKey key, Bucket logs) {
        super(scope, id);
        allow(config, logs);
        LogGroup group = Logs.group(this, "Lines", "/med-doc-ai/" + config.name() + "/trail", config, key);
        IRole role = Statements.role(
                this,
                "Writer",
                "cloudtrail.amazonaws.com",
                List.of(Statements.allow(
                        List.of("logs:CreateLogStream", "logs:PutLogEvents"), group.getLogGroupArn())));
        CfnTrail trail = CfnTrail.Builder.create(this, "Trail")
                .trailName(config.named("trail"))
                .isLogging(true)
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true)
                .kmsKeyId(key.getKeyArn())
                .s3BucketName(logs.getBucketName())
                .s3KeyPrefix("trail")
                .cloudWatchLogsLogGroupArn(group.getLogGroupArn())
                .cloudWatchLogsRoleArn(role.getRoleArn())
                .advancedEventSelectors(List.of(
                        selector("Management events", field("eventCategory", "Management")),
                        selector(
                                "Reads and writes of documents",
                                field("eventCategory", "Data"),
                                field("resources.type", "AWS::S3::Object"),
                                AdvancedFieldSelectorProperty.builder()
                                        .field("resources.ARN")
                                        .startsWith(List.of("arn:aws:s3:::" + config.named("uploads") + "-"))
                                        .build())))
                .build();
        trail.getNode().addDependency(java.util.Objects.requireNonNull(logs.getPolicy()), role);
    }

    private void allow(EnvironmentConfig config, Bucket logs) {
        Stack stack = Stack.of(this);
        String trail = "arn:aws:cloudtrail:" + stack.getRegion() + ":" + stack.getAccount() + ":trail/"
                + config.named("trail");
        logs.addToResourcePolicy(Statements.service(
                "cloudtrail.amazonaws.com",
                List.of("s3:GetBucketAcl"),
                logs.getBucketArn(),
                Map.of("aws:SourceArn", trail)));
        logs.addToResourcePolicy(Statements.service(
                "cloudtrail.amazonaws.com",
                List.of("s3:PutObject"),
                logs.arnForObjects("trail/AWSLogs/" + stack.getAccount() + "/*"),
                Map.of("aws:SourceArn", trail, "s3:x-amz-acl", "bucket-owner-full-control")));
    }

    private static AdvancedEventSelectorProperty selector(String name, AdvancedFieldSelectorProperty... fields) {
        return AdvancedEventSelectorProperty.builder()
                .name(name)
                .fieldSelectors(List.of(fields))
                .build();
    }

    private static AdvancedFieldSelectorProperty field(String name, String value) {
        return AdvancedFieldSelectorProperty.builder()
                .field(name)
                .equalTo(List.of(value))
                .build();
    }
}
