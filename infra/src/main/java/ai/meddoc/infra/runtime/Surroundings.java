package ai.meddoc.infra.runtime;

import ai.meddoc.infra.access.SignIn;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.database.Database;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.sns.ITopic;

/** All that exists before the program runs. */
public record Surroundings(EnvironmentConfig config, Ground ground, Data data) {

    /**
     * From the foundation.
     *
     * @param balancerGroup the load balancer's security group; not used where there is none
     */
    public record Ground(
            IKey key,
            IBucket logs,
            IVpc vpc,
            ISecurityGroup balancerGroup,
            ISecurityGroup serviceGroup,
            ITopic alarms,
            IRepository images,
            IBucket artifacts) {}

    /** What it keeps and knows. */
    public record Data(Database database, IBucket uploads, ISecret anthropicKey, ISecret auditKey, SignIn signIn) {}
}
