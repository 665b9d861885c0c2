package ai.meddoc.infra.database;

import ai.meddoc.infra.config.DatabaseConfig;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.observability.Logs;
import java.util.List;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBInstance.MasterUserSecretProperty;
import software.amazon.awscdk.services.rds.CfnDBParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/** RDS PostgreSQL: encrypted, not public, two zones, growing storage, backups; RDS keeps and rotates the password. */
public final class PostgresInstance extends Construct {

    private final Database database;

    public PostgresInstance(
            Construct scope, String id, EnvironmentConfig config, IVpc vpc, String securityGroup, IKey key) {
        super(scope, id);
        String identifier = "med-doc-ai-" + config.name();
        CfnDBInstance instance = shaped(CfnDBInstance.Builder.create(this, "Instance"), config.database())
                .dbInstanceIdentifier(identifier)
                .dbSubnetGroupName(subnets(vpc).getRef())
                .dbParameterGroupName(parameters().getRef())
                .vpcSecurityGroups(List.of(securityGroup))
                .kmsKeyId(key.getKeyArn())
                .masterUserSecret(MasterUserSecretProperty.builder()
                        .kmsKeyId(key.getKeyArn())
                        .build())
                .performanceInsightsKmsKeyId(key.getKeyArn())
                .monitoringRoleArn(Monitoring.role(this).getRoleArn())
                .build();
        instance.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.SNAPSHOT);
        instance.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.SNAPSHOT);
        for (String log : List.of("postgresql", "upgrade")) {
            LogGroup group = Logs.group(this, log, "/aws/rds/instance/" + identifier + "/" + log, config, key);
            instance.getNode().addDependency(group);
        }
        database = new Database(
                instance.getAttrEndpointAddress(),
                instance.getAttrMasterUserSecretSecretArn(),
                "arn:aws:rds:" + Stack.of(this).getRegion() + ":"
                        + Stack.of(this).getAccount() + ":db:" + instance.getRef(),
                "DBInstanceIdentifier",
                identifier);
    }

    public Database database() {
        return database;
    }

    private static CfnDBInstance.Builder shaped(CfnDBInstance.Builder builder, DatabaseConfig config) {
        return builder.engine("postgres")
                .engineVersion(PostgresSettings.MAJOR)
                .dbInstanceClass(config.instanceClass())
                .dbName(Database.NAME)
                .port("5432")
                .masterUsername(PostgresSettings.USER)
                .manageMasterUserPassword(true)
                .multiAz(config.multiAz())
                .publiclyAccessible(false)
                .storageType("gp3")
                .allocatedStorage(String.valueOf(config.storageGb()))
                .maxAllocatedStorage(config.maxStorageGb())
                .storageEncrypted(true)
                .backupRetentionPeriod(config.backupDays())
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .autoMinorVersionUpgrade(true)
                .enableIamDatabaseAuthentication(true)
                .enablePerformanceInsights(true)
                .monitoringInterval(Monitoring.SECONDS)
                .enableCloudwatchLogsExports(List.of("postgresql", "upgrade"));
    }

    private CfnDBSubnetGroup subnets(IVpc vpc) {
        return CfnDBSubnetGroup.Builder.create(this, "Subnets")
                .dbSubnetGroupDescription("Isolated subnets: no way out")
                .subnetIds(vpc.selectSubnets(Network.ISOLATED).getSubnetIds())
                .build();
    }

    private CfnDBParameterGroup parameters() {
        return CfnDBParameterGroup.Builder.create(this, "Parameters")
                .family("postgres" + PostgresSettings.MAJOR)
                .description("TLS only; statements are logged without values")
                .parameters(PostgresSettings.parameters())
                .build();
    }
}
