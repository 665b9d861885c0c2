package ai.meddoc.infra.keys;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** One customer key, rotated yearly, for data at rest; the services that write logs and alarms may use it. */
public final class DataKey extends Construct {

    private final Key key;

    public DataKey(Construct scope, String id, EnvironmentConfig config) {
        super(scope, id);
        key = Key.Builder.create(this, "Key")
                .alias(config.named("data-" + Stack.of(this).getRegion()))
                .description("Documents, database, logs and secrets of med-doc-ai " + config.name())
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        grants();
        logGroups();
        trail(config);
        Map<String, String> here = Map.of("aws:SourceAccount", Stack.of(this).getAccount());
        List<String> use = List.of("kms:Decrypt", "kms:GenerateDataKey*");
        for (String service : List.of("cloudwatch.amazonaws.com", "budgets.amazonaws.com", "events.amazonaws.com")) {
            key.addToResourcePolicy(Statements.service(service, use, "*", here));
        }
    }

    public Key key() {
        return key;
    }

    /** A grant can be made only for, or by, a service of AWS. */
    private void grants() {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .effect(Effect.DENY)
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("kms:CreateGrant"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "BoolIfExists",
                        Map.of("kms:GrantIsForAWSResource", "false", "aws:PrincipalIsAWSService", "false")))
                .build());
    }

    private void logGroups() {
        String region = Stack.of(this).getRegion();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logs." + region + ".amazonaws.com")))
                .actions(List.of(
                        "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "ArnLike",
                        Map.of(
                                "kms:EncryptionContext:aws:logs:arn",
                                "arn:aws:logs:" + region + ":" + Stack.of(this).getAccount() + ":*")))
                .build());
    }

    private void trail(EnvironmentConfig config) {
        String trail = "arn:aws:cloudtrail:" + Stack.of(this).getRegion() + ":"
                + Stack.of(this).getAccount() + ":trail/" + config.named("trail");
        key.addToResourcePolicy(Statements.service(
                "cloudtrail.amazonaws.com",
                List.of("kms:GenerateDataKey*", "kms:DescribeKey", "kms:Decrypt"),
                "*",
                Map.of("aws:SourceArn", trail)));
    }
}
