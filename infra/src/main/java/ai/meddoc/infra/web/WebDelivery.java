package ai.meddoc.infra.web;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/** Lets the workflows' role put the app's files in place and clear CloudFront's copies of them. */
public final class WebDelivery extends Construct {

    public WebDelivery(
            Construct scope, String id, EnvironmentConfig config, IBucket files, IKey key, IDistribution distribution) {
        super(scope, id);
        String account = Stack.of(this).getAccount();
        ManagedPolicy.Builder.create(this, "Policy")
                .statements(List.of(
                        Statements.allow(List.of("s3:ListBucket"), files.getBucketArn()),
                        Statements.allow(
                                List.of("s3:PutObject", "s3:GetObject", "s3:DeleteObject"), files.arnForObjects("*")),
                        Statements.allow(List.of("kms:Decrypt", "kms:GenerateDataKey"), key.getKeyArn()),
                        Statements.allow(
                                List.of("cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"),
                                "arn:aws:cloudfront::" + account + ":distribution/"
                                        + distribution.getDistributionId())))
                .roles(List.of(Role.fromRoleName(this, "Role", config.named("github"))))
                .build();
    }
}
