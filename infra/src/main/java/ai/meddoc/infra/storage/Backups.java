package ai.meddoc.infra.storage;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.BackupVault;
import software.amazon.awscdk.services.backup.CfnBackupPlan;
import software.amazon.awscdk.services.backup.CfnBackupPlan.BackupPlanResourceTypeProperty;
import software.amazon.awscdk.services.backup.CfnBackupPlan.BackupRuleResourceTypeProperty;
import software.amazon.awscdk.services.backup.CfnBackupPlan.LifecycleResourceTypeProperty;
import software.amazon.awscdk.services.backup.CfnBackupSelection;
import software.amazon.awscdk.services.backup.CfnBackupSelection.BackupSelectionResourceTypeProperty;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** Daily copies of the documents and the database in a vault of their own: versioning alone is no backup. */
public final class Backups extends Construct {

    private static final int KEPT_DAYS = 35;

    public Backups(Construct scope, String id, EnvironmentConfig config, IKey key, IBucket documents, String database) {
        super(scope, id);
        BackupVault vault = BackupVault.Builder.create(this, "Vault")
                .backupVaultName(config.named("backups"))
                .encryptionKey(key)
                .blockRecoveryPointDeletion(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        CfnBackupPlan plan = CfnBackupPlan.Builder.create(this, "Plan")
                .backupPlan(BackupPlanResourceTypeProperty.builder()
                        .backupPlanName(config.named("daily"))
                        .backupPlanRule(List.of(BackupRuleResourceTypeProperty.builder()
                                .ruleName("daily")
                                .targetBackupVault(vault.getBackupVaultName())
                                .scheduleExpression("cron(0 5 * * ? *)")
                                .lifecycle(LifecycleResourceTypeProperty.builder()
                                        .deleteAfterDays(KEPT_DAYS)
                                        .build())
                                .build()))
                        .build())
                .build();
        IRole role = Statements.role(this, "Writer", "backup.amazonaws.com", statements(key, documents, database));
        CfnBackupSelection.Builder.create(this, "Selection")
                .backupPlanId(plan.getRef())
                .backupSelection(BackupSelectionResourceTypeProperty.builder()
                        .selectionName(config.named("documents-and-database"))
                        .iamRoleArn(role.getRoleArn())
                        .resources(List.of(documents.getBucketArn(), database))
                        .build())
                .build();
    }

    /** What AWS Backup's own managed policies allow, cut down to this bucket and this database. */
    private List<PolicyStatement> statements(IKey key, IBucket documents, String database) {
        Stack stack = Stack.of(this);
        String region = stack.getRegion() + ":" + stack.getAccount();
        return List.of(
                Statements.allow(
                        List.of(
                                "s3:GetBucketAcl",
                                "s3:GetBucketLocation",
                                "s3:GetBucketNotification",
                                "s3:GetBucketTagging",
                                "s3:GetBucketVersioning",
                                "s3:GetInventoryConfiguration",
                                "s3:ListBucket",
                                "s3:ListBucketVersions",
                                "s3:PutBucketNotification",
                                "s3:PutInventoryConfiguration"),
                        documents.getBucketArn()),
                Statements.allow(
                        List.of(
                                "s3:GetObject",
                                "s3:GetObjectAcl",
                                "s3:GetObjectTagging",
                                "s3:GetObjectVersion",
                                "s3:GetObjectVersionAcl",
                                "s3:GetObjectVersionTagging"),
                        documents.arnForObjects("*")),
                Statements.allow(
                        List.of(
                                "events:DeleteRule",
                                "events:DescribeRule",
                                "events:DisableRule",
                                "events:EnableRule",
                                "events:ListTargetsByRule",
                                "events:PutRule",
                                "events:PutTargets",
                                "events:RemoveTargets"),
                        "arn:aws:events:" + region + ":rule/AwsBackupManagedRule*"),
                Statements.allow(
                        List.of(
                                "rds:AddTagsToResource",
                                "rds:CreateDBClusterSnapshot",
                                "rds:CreateDBSnapshot",
                                "rds:DeleteDBClusterSnapshot",
                                "rds:DeleteDBSnapshot",
                                "rds:DescribeDBClusterSnapshots",
                                "rds:DescribeDBClusters",
                                "rds:DescribeDBInstances",
                                "rds:DescribeDBSnapshots",
                                "rds:ListTagsForResource"),
                        database,
                        "arn:aws:rds:" + region + ":snapshot:awsbackup:*",
                        "arn:aws:rds:" + region + ":cluster-snapshot:awsbackup:*"),
                Statements.allow(List.of("kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"), key.getKeyArn()),
                Statements.allow(
                        List.of(
                                "cloudwatch:GetMetricData",
                                "events:ListRules",
                                "s3:ListAllMyBuckets",
                                "tag:GetResources"),
                        "*"));
    }
}
