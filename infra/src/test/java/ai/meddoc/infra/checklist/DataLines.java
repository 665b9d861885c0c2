package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import java.util.List;

/** Database, buckets, secrets, backups: what must not be lost or read. */
final class DataLines {

    private static final List<String> KEYS = List.of("DataKey", "EdgeKey");

    private DataLines() {}

    static List<Line> all() {
        return List.of(
                Line.balanced("RDS PostgreSQL: shape, backups, not public, in isolated subnets", DataLines::instance),
                Line.of(
                        DeploymentOption.SERVERLESS,
                        "Aurora Serverless v2: shape, backups, not public",
                        DataLines::cluster),
                Line.everywhere("database encrypted at rest with our key", DataLines::databaseEncrypted),
                Line.everywhere(
                        "database speaks TLS only, and the program checks its certificate", DataLines::databaseTls),
                Line.everywhere("database logs statements without the values in them", DataLines::statements),
                Line.everywhere("database password kept and rotated by RDS", t -> {
                    Resource database = database(t);
                    assertThat(database.text("ManageMasterUserPassword")).isEqualTo("true");
                    assertThat(database.at("MasterUserPassword").isMissingNode())
                            .isTrue();
                }),
                Line.everywhere("buckets: encrypted, versioned, private, over TLS, logged", DataLines::buckets),
                Line.everywhere("uploads: KMS, lifecycle, access log, CORS of our page only", DataLines::uploads),
                Line.everywhere("keys of our own, rotated, by an alias", DataLines::keys),
                Line.everywhere("Anthropic key in Secrets Manager, encrypted with our key", t -> {
                    Resource secret = t.one("AWS::SecretsManager::Secret", "AnthropicKey");
                    assertThat(secret.text("Name")).startsWith("med-doc-ai/").endsWith("/anthropic-key");
                    assertThat(secret.text("KmsKeyId")).contains("DataKey");
                }),
                Line.everywhere("AWS Backup copies documents and database daily", DataLines::backups),
                Line.everywhere("what holds data outlives its stack", DataLines::kept));
    }

    static Resource database(Templates t) {
        List<Resource> clusters = t.all("AWS::RDS::DBCluster");
        return clusters.isEmpty() ? t.one("AWS::RDS::DBInstance") : clusters.getFirst();
    }

    private static void instance(Templates t) {
        Resource db = t.one("AWS::RDS::DBInstance");
        assertThat(db.text("Engine")).isEqualTo("postgres");
        assertThat(db.at("EngineVersion").asInt()).isGreaterThanOrEqualTo(15);
        assertThat(db.text("DBName")).isEqualTo("medai_db");
        assertThat(db.text("MultiAZ")).isEqualTo("true");
        assertThat(db.text("StorageType")).isEqualTo("gp3");
        assertThat(db.text("AllocatedStorage")).isEqualTo("20");
        assertThat(db.at("MaxAllocatedStorage").asInt()).isGreaterThan(20);
        assertThat(db.text("DBInstanceClass")).isIn("db.t4g.medium", "db.t4g.micro");
        assertThat(db.text("PubliclyAccessible")).isEqualTo("false");
        safe(t, db, "VPCSecurityGroups");
    }

    private static void cluster(Templates t) {
        Resource db = t.one("AWS::RDS::DBCluster");
        assertThat(db.text("Engine")).isEqualTo("aurora-postgresql");
        assertThat(db.text("DatabaseName")).isEqualTo("medai_db");
        assertThat(db.at("ServerlessV2ScalingConfiguration.MaxCapacity").asDouble())
                .isPositive();
        List<Resource> instances = t.all("AWS::RDS::DBInstance");
        assertThat(instances).hasSize(2).allMatch(i -> i.text("DBInstanceClass").equals("db.serverless"));
        assertThat(instances).allMatch(i -> i.text("PubliclyAccessible").equals("false"));
        safe(t, db, "VpcSecurityGroupIds");
    }

    private static void safe(Templates t, Resource db, String groups) {
        assertThat(db.at("BackupRetentionPeriod").asInt()).isGreaterThanOrEqualTo(7);
        assertThat(db.text("DeletionProtection")).isEqualTo("true");
        assertThat(db.refersTo(groups, t.one("AWS::EC2::SecurityGroup", "FirewallsDatabase")))
                .isTrue();
        Resource subnets = t.one("AWS::RDS::DBSubnetGroup");
        assertThat(db.refersTo("DBSubnetGroupName", subnets)).isTrue();
        assertThat(subnets.list("SubnetIds"))
                .hasSize(2)
                .allMatch(s -> s.toString().contains("isolated"));
        Resource role = t.one("AWS::IAM::Role", "DatabaseMonitoring");
        assertThat(t.all("AWS::RDS::DBInstance")).allMatch(i -> i.refersTo("MonitoringRoleArn", role));
    }

    private static void databaseEncrypted(Templates t) {
        Resource db = database(t);
        assertThat(db.text("StorageEncrypted")).isEqualTo("true");
        assertThat(db.text("KmsKeyId")).contains("DataKey");
        assertThat(db.text("MasterUserSecret.KmsKeyId")).contains("DataKey");
    }

    private static void databaseTls(Templates t) {
        assertThat(parameters(t).text("Parameters")).contains("\"rds.force_ssl\":\"1\"");
        assertThat(RuntimeLines.setting(t, "DB_URL"))
                .contains("medai_db?sslmode=verify-full&sslrootcert=")
                .contains("5432");
    }

    private static void statements(Templates t) {
        assertThat(parameters(t).text("Parameters"))
                .contains("\"log_statement\":\"mod\"")
                .contains("\"log_parameter_max_length\":\"0\"")
                .contains("\"log_parameter_max_length_on_error\":\"0\"")
                .contains("\"log_error_verbosity\":\"terse\"")
                .contains("\"idle_in_transaction_session_timeout\":\"60000\"");
        assertThat(database(t).text("EnableCloudwatchLogsExports")).contains("postgresql");
        for (var log : database(t).list("EnableCloudwatchLogsExports")) {
            assertThat(t.all("AWS::Logs::LogGroup"))
                    .as("a group with a retention for %s", log)
                    .anyMatch(g -> g.text("LogGroupName").startsWith("/aws/rds/")
                            && g.text("LogGroupName").endsWith("/" + log.asText()));
        }
    }

    private static Resource parameters(Templates t) {
        boolean aurora = !t.all("AWS::RDS::DBCluster").isEmpty();
        Resource group = t.one(aurora ? "AWS::RDS::DBClusterParameterGroup" : "AWS::RDS::DBParameterGroup");
        assertThat(database(t).refersTo(aurora ? "DBClusterParameterGroupName" : "DBParameterGroupName", group))
                .isTrue();
        return group;
    }

    private static void buckets(Templates t) {
        assertThat(t.all("AWS::S3::Bucket")).hasSize(5);
        for (Resource bucket : t.all("AWS::S3::Bucket")) {
            assertThat(bucket.text("BucketEncryption.ServerSideEncryptionConfiguration.0"))
                    .as(bucket.id())
                    .contains(bucket.id().contains("Logs") ? "AES256" : "aws:kms");
            assertThat(bucket.text("VersioningConfiguration.Status")).isEqualTo("Enabled");
            assertThat(bucket.at("PublicAccessBlockConfiguration")).hasSize(4).allMatch(b -> b.asBoolean());
            assertThat(bucket.at("WebsiteConfiguration").isMissingNode()).isTrue();
            assertThat(bucket.at("LifecycleConfiguration.Rules").isEmpty()).isFalse();
            assertThat(bucket.id().contains("Logs")
                            || bucket.at("LoggingConfiguration").has("DestinationBucketName"))
                    .isTrue();
            assertThat(t.all("AWS::S3::BucketPolicy"))
                    .as("TLS only: %s", bucket.id())
                    .anyMatch(p -> p.refersTo("Bucket", bucket)
                            && p.text("PolicyDocument").contains("\"aws:SecureTransport\":\"false\""));
        }
    }

    private static void uploads(Templates t) {
        Resource uploads = t.one("AWS::S3::Bucket", "uploads");
        assertThat(uploads.text("BucketName")).contains("-uploads-").startsWith("{");
        assertThat(uploads.text("BucketEncryption")).contains("DataKey");
        assertThat(uploads.text("LifecycleConfiguration")).contains("INTELLIGENT_TIERING");
        assertThat(uploads.text("LoggingConfiguration.LogFilePrefix")).isEqualTo("s3/uploads/");
        assertThat(uploads.at("CorsConfiguration").isMissingNode())
                .as("no browser speaks to the bucket")
                .isTrue();
    }

    private static void keys(Templates t) {
        for (String name : KEYS) {
            Resource key = t.one("AWS::KMS::Key", name);
            assertThat(key.text("EnableKeyRotation")).isEqualTo("true");
            assertThat(t.all("AWS::KMS::Alias")).anyMatch(a -> a.refersTo("TargetKeyId", key));
        }
    }

    private static void backups(Templates t) {
        Resource vault = t.one("AWS::Backup::BackupVault");
        assertThat(vault.text("EncryptionKeyArn")).contains("DataKey");
        Resource plan = t.one("AWS::Backup::BackupPlan");
        assertThat(plan.refersTo("BackupPlan.BackupPlanRule.0.TargetBackupVault", vault))
                .isTrue();
        assertThat(plan.text("BackupPlan.BackupPlanRule.0.ScheduleExpression")).startsWith("cron(");
        Resource selection = t.one("AWS::Backup::BackupSelection");
        assertThat(selection.refersTo("BackupPlanId", plan)).isTrue();
        assertThat(selection.refersTo("BackupSelection.Resources", t.one("AWS::S3::Bucket", "uploads")))
                .isTrue();
        assertThat(selection.refersTo("BackupSelection.Resources", database(t))).isTrue();
        assertThat(selection.refersTo("BackupSelection.IamRoleArn", t.one("AWS::IAM::Role", "BackupsWriter")))
                .isTrue();
    }

    private static void kept(Templates t) {
        for (Resource resource : t.all()) {
            switch (resource.type()) {
                case "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::SecretsManager::Secret", "AWS::Backup::BackupVault" ->
                    assertThat(resource.node().path("DeletionPolicy").asText())
                            .as("%s", resource)
                            .isEqualTo("Retain");
                default -> {}
            }
        }
        assertThat(database(t).node().path("DeletionPolicy").asText()).isEqualTo("Snapshot");
    }
}
