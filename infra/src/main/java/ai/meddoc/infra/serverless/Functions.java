package ai.meddoc.infra.serverless;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.network.Network;
import ai.meddoc.infra.observability.Logs;
import ai.meddoc.infra.runtime.ProgramSettings;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.CfnFunction.CodeProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.DeadLetterConfigProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.EnvironmentProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.SnapStartProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.TracingConfigProperty;
import software.amazon.awscdk.services.lambda.CfnFunction.VpcConfigProperty;
import software.amazon.awscdk.services.lambda.CfnVersion;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The program as a function: one build, two entrances; started from a snapshot, so that a cold start is short. */
final class Functions extends Construct {

    private static final int MEMORY_MB = 1769;
    /** Where Lambda unpacks the build. */
    private static final String FOLDER = "/var/task";

    private final Surroundings around;
    private final String build;
    private final String deadLetters;

    /** @param build the key of the build in the artifacts' bucket */
    Functions(Construct scope, String id, Surroundings around, String build, String deadLetters) {
        super(scope, id);
        this.around = around;
        this.build = build;
        this.deadLetters = deadLetters;
    }

    /** @return the alias that callers use: a roll-back moves it, the versions stay */
    CfnAlias function(String name, Shape shape) {
        LogGroup log = Logs.group(
                this,
                name + "Lines",
                "/aws/lambda/" + around.config().named(name),
                around.config(),
                around.ground().key());
        IRole role = role(name, log, shape);
        CfnFunction function = CfnFunction.Builder.create(this, name)
                .functionName(around.config().named(name))
                .description("med-doc-ai: " + name)
                .runtime("java25")
                .architectures(List.of("x86_64"))
                .handler(shape.handler())
                .code(CodeProperty.builder()
                        .s3Bucket(around.ground().artifacts().getBucketName())
                        .s3Key(build)
                        .build())
                .memorySize(MEMORY_MB)
                .timeout(shape.seconds())
                .reservedConcurrentExecutions(shape.concurrency())
                .role(role.getRoleArn())
                .kmsKeyArn(around.ground().key().getKeyArn())
                .deadLetterConfig(DeadLetterConfigProperty.builder()
                        .targetArn(deadLetters)
                        .build())
                .tracingConfig(TracingConfigProperty.builder().mode("Active").build())
                .snapStart(
                        SnapStartProperty.builder().applyOn("PublishedVersions").build())
                .environment(EnvironmentProperty.builder().variables(settings()).build())
                .vpcConfig(inside())
                .build();
        function.getNode().addDependency(role, log);
        return alias(name, function);
    }

    private CfnAlias alias(String name, CfnFunction function) {
        CfnVersion version = CfnVersion.Builder.create(this, name + "Version")
                .functionName(function.getRef())
                .description(build)
                .build();
        return CfnAlias.Builder.create(this, name + "Live")
                .functionName(function.getRef())
                .functionVersion(version.getAttrVersion())
                .name("live")
                .build();
    }

    private VpcConfigProperty inside() {
        return VpcConfigProperty.builder()
                .subnetIds(around.ground().vpc().selectSubnets(Network.PRIVATE).getSubnetIds())
                .securityGroupIds(List.of(around.ground().serviceGroup().getSecurityGroupId()))
                .build();
    }

    /** The program listens on the loopback address, and reads its secrets by itself: see the module lambda. */
    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(new ProgramSettings(around).plain());
        List.of("HOST", "PORT", "TRUSTED_PROXIES").forEach(settings::remove);
        settings.put(
                "ALLOW_ORIGINS",
                settings.get("ALLOW_ORIGINS") + ",https://"
                        + around.config().domain().api());
        settings.put("DB_URL", around.data().database().url(FOLDER));
        settings.put("JAVA_TOOL_OPTIONS", "--enable-native-access=ALL-UNNAMED");
        settings.put("DB_SECRET_ARN", around.data().database().secretArn());
        settings.put("AUDIT_KEY_SECRET_ARN", around.data().auditKey().getSecretArn());
        settings.put("ANTHROPIC_SECRET_ARN", around.data().anthropicKey().getSecretArn());
        settings.put("STORAGE_DIR", "/tmp/meddoc");
        return settings;
    }

    private IRole role(String name, LogGroup log, Shape shape) {
        ProgramSettings settings = new ProgramSettings(around);
        List<PolicyStatement> own = List.of(
                settings.documents(),
                settings.listing(),
                settings.secrets(),
                settings.decryption(),
                Statements.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()),
                Statements.allow(List.of("sqs:SendMessage"), deadLetters),
                Statements.allow(
                        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"), shape.queue()),
                Statements.allow(
                        List.of(
                                "ec2:CreateNetworkInterface",
                                "ec2:DeleteNetworkInterface",
                                "ec2:DescribeNetworkInterfaces",
                                "ec2:DescribeSubnets",
                                "ec2:DescribeSecurityGroups",
                                "ec2:DescribeVpcs"),
                        "*"));
        return Statements.role(
                this, name + "Role", "lambda.amazonaws.com", Statements.joined(own, settings.services()));
    }

    /**
     * How an entrance differs from another.
     *
     * @param concurrency never more at once: the database has only so many connections
     * @param queue what it may take messages from
     */
    record Shape(String handler, int seconds, int concurrency, String queue) {}
}
