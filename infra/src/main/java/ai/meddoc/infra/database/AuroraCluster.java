package ai.meddoc.infra.database;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.observability.Logs;
import java.util.List;
import software.amazon.awscdk.CfnDeletionPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.CfnDBCluster.MasterUserSecretProperty;
import software.amazon.awscdk.services.rds.CfnDBCluster.ServerlessV2ScalingConfigurationProperty;
import software.amazon.awscdk.services.rds.CfnDBClusterParameterGroup;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnDBSubnetGroup;
import software.constructs.Construct;

/** Aurora PostgreSQL Serverless v2: a writer and a standby in two zones, sized by load, down to nothing for trials. */
public final class AuroraCluster extends Construct {

    private static final int LARGEST = 16;

    private final Database database;

    public AuroraCluster(
            Construct scope, String id, EnvironmentConfig config, IVpc vpc, String securityGroup, IKey key) {
        super(scope, id);
        String identifier = "med-doc-ai-" + config.name();
        CfnDBCluster cluster = shaped(CfnDBCluster.Builder.create(this, "Cluster"), config)
                .dbClusterIdentifier(identifier)
                .dbSubnetGroupName(subnets(vpc).getRef())
                .dbClusterParameterGroupName(parameters().getRef())
                .vpcSecurityGroupIds(List.of(securityGroup))
                .kmsKeyId(key.getKeyArn())
                .masterUserSecret(MasterUserSecretProperty.builder()
                        .kmsKeyId(key.getKeyArn())
                        .build())
                .build();
        cluster.getCfnOptions().setDeletionPolicy(CfnDeletionPolicy.SNAPSHOT);
        cluster.getCfnOptions().setUpdateReplacePolicy(CfnDeletionPolicy.SNAPSHOT);
        LogGroup lines = Logs.group(this, "Lines", "/aws/rds/cluster/" + identifier + "/postgresql", config, key);
        cluster.getNode().addDependency(lines);
        IRole monitoring = Monitoring.role(this);
        instance("Writer", cluster, monitoring, key);
        instance("Standby", cluster, monitoring, key);
        database = new Database(
                cluster.getAttrEndpointAddress(),
                cluster.getAttrMasterUserSecretSecretArn(),
                "arn:aws:rds:" + Stack.of(this).getRegion() + ":"
                        + Stack.of(this).getAccount() + ":cluster:" + cluster.getRef(),
                "DBClusterIdentifier",
                identifier);
    }

    public Database database() {
        return database;
    }

    private static CfnDBCluster.Builder shaped(CfnDBCluster.Builder builder, EnvironmentConfig config) {
        return builder.engine("aurora-postgresql")
                .engineVersion(PostgresSettings.MAJOR)
                .databaseName(Database.NAME)
                .port(5432)
                .masterUsername(PostgresSettings.USER)
                .manageMasterUserPassword(true)
                .storageEncrypted(true)
                .backupRetentionPeriod(config.database().backupDays())
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .enableIamDatabaseAuthentication(true)
                .enableCloudwatchLogsExports(List.of("postgresql"))
                .serverlessV2ScalingConfiguration(ServerlessV2ScalingConfigurationProperty.builder()
                        .minCapacity(config.production() ? 0.5 : 0)
                        .maxCapacity(LARGEST)
                        .build());
    }

    private void instance(String id, CfnDBCluster cluster, IRole monitoring, IKey key) {
        CfnDBInstance.Builder.create(this, id)
                .engine("aurora-postgresql")
                .dbClusterIdentifier(cluster.getRef())
                .dbInstanceClass("db.serverless")
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(true)
                .enablePerformanceInsights(true)
                .performanceInsightsKmsKeyId(key.getKeyArn())
                .monitoringInterval(Monitoring.SECONDS)
                .monitoringRoleArn(monitoring.getRoleArn())
                .build();
    }

    private CfnDBSubnetGroup subnets(IVpc vpc) {
        return CfnDBSubnetGroup.Builder.create(this, "Subnets")
                .dbSubnetGroupDescription("Isolated subnets: no way out")
                .subnetIds(vpc.selectSubnets(Network.ISOLATED).getSubnetIds())
                .build();
    }

    private CfnDBClusterParameterGroup parameters() {
        return CfnDBClusterParameterGroup.Builder.create(this, "Parameters")
                .family("aurora-postgresql" + PostgresSettings.MAJOR)
                .description("TLS only; statements are logged without values")
                .parameters(PostgresSettings.parameters())
                .build();
    }
}
