package ai.meddoc.infra.delivery;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ecr.IRepository;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.WebIdentityPrincipal;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/**
 * What a workflow on GitHub may do, by a token that lives an hour: push images and artifacts, and take on the CDK's own
 * roles. Only workflows of one repository, in the environment of this name, get it; there are no access keys.
 */
public final class GithubAccess extends Construct {

    private static final String ISSUER = "token.actions.githubusercontent.com";

    public GithubAccess(Construct scope, String id, EnvironmentConfig config, IRepository images, IBucket artifacts) {
        super(scope, id);
        CfnOIDCProvider provider = CfnOIDCProvider.Builder.create(this, "Provider")
                .url("https://" + ISSUER)
                .clientIdList(List.of("sts.amazonaws.com"))
                .build();
        String subject = "repo:" + config.repository() + ":environment:" + config.name();
        Role role = Role.Builder.create(this, "Role")
                .roleName(config.named("github"))
                .maxSessionDuration(Duration.hours(1))
                .assumedBy(new WebIdentityPrincipal(
                        provider.getAttrArn(),
                        Map.of("StringEquals", Map.of(ISSUER + ":aud", "sts.amazonaws.com", ISSUER + ":sub", subject))))
                .build();
        ManagedPolicy.Builder.create(this, "Policy")
                .statements(statements(config, images, artifacts))
                .roles(List.of(role))
                .build();
    }

    private List<PolicyStatement> statements(EnvironmentConfig config, IRepository images, IBucket artifacts) {
        Stack stack = Stack.of(this);
        String account = stack.getAccount();
        return List.of(
                Statements.allow(List.of("ecr:GetAuthorizationToken"), "*"),
                Statements.allow(
                        List.of(
                                "ecr:BatchCheckLayerAvailability",
                                "ecr:BatchGetImage",
                                "ecr:CompleteLayerUpload",
                                "ecr:DescribeImages",
                                "ecr:GetDownloadUrlForLayer",
                                "ecr:InitiateLayerUpload",
                                "ecr:PutImage",
                                "ecr:UploadLayerPart"),
                        images.getRepositoryArn()),
                Statements.allow(List.of("s3:PutObject", "s3:GetObject"), artifacts.arnForObjects("builds/*")),
                Statements.allow(
                        List.of("sts:AssumeRole"),
                        cdkRole("deploy", account, stack),
                        cdkRole("file-publishing", account, stack),
                        cdkRole("lookup", account, stack)),
                Statements.allow(
                        List.of("cloudformation:DescribeStacks"),
                        "arn:aws:cloudformation:" + stack.getRegion() + ":" + account + ":stack/"
                                + config.named("service") + "/*"),
                Statements.allow(
                        List.of("ecs:DescribeServices"),
                        "arn:aws:ecs:" + stack.getRegion() + ":" + account + ":service/" + config.named("cluster") + "/"
                                + config.named("service")));
    }

    private static String cdkRole(String what, String account, Stack stack) {
        return "arn:aws:iam::" + account + ":role/cdk-hnb659fds-" + what + "-role-" + account + "-" + stack.getRegion();
    }
}
