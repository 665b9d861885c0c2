package ai.meddoc.infra;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.fargate.FargateStack;
import ai.meddoc.infra.rules.Packs;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.serverless.ServerlessStack;
import ai.meddoc.infra.vm.VmStack;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;

/** One option in one environment as four stacks: foundation, data, service, edge. */
public final class MedDocApp {

    private MedDocApp() {}

    /** The app, with the packs of rules attached; its synthesis writes templates and reports into {@code out}. */
    public static App of(DeploymentOption option, EnvironmentConfig config, Path out) {
        App app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .context(Map.of(
                        "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true,
                        "@aws-cdk/aws-s3:createDefaultLoggingPolicy", true,
                        "@aws-cdk/core:enablePartitionLiterals", true))
                .build());
        FoundationStack foundation =
                new FoundationStack(app, "Foundation", props(config, "foundation", config.region()), config, option);
        DataStack data = new DataStack(app, "Data", props(config, "data", config.region()), config, foundation, option);
        service(app, option, props(config, "service", config.region()), surroundings(config, foundation, data));
        new EdgeStack(app, "Edge", props(config, "edge", EnvironmentConfig.EDGE_REGION), config, option);
        Tags.of(app).add("application", "med-doc-ai");
        Tags.of(app).add("environment", config.name());
        Packs.attach(app);
        return app;
    }

    private static void service(App app, DeploymentOption option, StackProps props, Surroundings around) {
        switch (option) {
            case FARGATE -> new FargateStack(app, "Service", props, around);
            case SERVERLESS -> new ServerlessStack(app, "Service", props, around);
            case VM -> new VmStack(app, "Service", props, around);
        }
    }

    private static Surroundings surroundings(EnvironmentConfig config, FoundationStack foundation, DataStack data) {
        return new Surroundings(
                config,
                new Surroundings.Ground(
                        foundation.key(),
                        foundation.logs(),
                        foundation.vpc(),
                        foundation.balancer(),
                        foundation.firewalls().service(),
                        foundation.alarms(),
                        foundation.images(),
                        foundation.artifacts()),
                new Surroundings.Data(
                        data.database(), data.uploads(), data.anthropicKey(), data.auditKey(), data.signIn()));
    }

    /** Without an account: a template fits whichever it is deployed to. */
    private static StackProps props(EnvironmentConfig config, String what, String region) {
        return StackProps.builder()
                .stackName(config.named(what))
                .env(Environment.builder().region(region).build())
                .terminationProtection(config.production())
                .build();
    }
}
