package ai.meddoc.infra.serverless;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.observability.LogMetrics;
import ai.meddoc.infra.runtime.ProgramAlarms;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.serverless.Functions.Shape;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.IntegrationType;
import software.amazon.awscdk.services.lambda.CfnAlias;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.ScalingConfigProperty;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Option 2, for little or changing traffic: the program as functions, woken by calls and by messages. */
public final class ServerlessStack extends Stack {

    /** The classes of the module lambda; a test looks for them. */
    private static final String PROGRAM = "ai.meddoc.lambda.Program::handleRequest";

    private static final String WORKER = "ai.meddoc.lambda.Worker::handleRequest";
    private static final int API_SECONDS = 29;
    private static final int AT_ONCE = 20;
    private static final int IN_A_BATCH = 5;

    public ServerlessStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props);
        EnvironmentConfig config = around.config();
        CfnParameter build = CfnParameter.Builder.create(this, "FunctionBuild")
                .type("String")
                .allowedPattern("builds/[A-Za-z0-9._-]+/function\\.zip")
                .description("The key of the build in the artifacts' bucket")
                .build();
        WorkQueue queue = new WorkQueue(
                this,
                "WorkQueue",
                config,
                around.ground().key(),
                around.data().uploads().getBucketName());
        Functions functions = new Functions(
                this,
                "Functions",
                around,
                build.getValueAsString(),
                queue.dead().getQueueArn());
        String work = queue.work().getQueueArn();
        CfnAlias worker = functions.function("worker", new Shape(WORKER, WorkQueue.WORKER_SECONDS, AT_ONCE, work));
        CfnEventSourceMapping.Builder.create(this, "Wake")
                .eventSourceArn(work)
                .functionName(worker.getRef())
                .batchSize(IN_A_BATCH)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .scalingConfig(ScalingConfigProperty.builder()
                        .maximumConcurrency(AT_ONCE)
                        .build())
                .build();
        CfnAlias program = functions.function("program", new Shape(PROGRAM, API_SECONDS, AT_ONCE, work));
        Api api = new Api(this, "Gateway", around, proxy(program));
        CfnPermission.Builder.create(this, "Invoke")
                .action("lambda:InvokeFunction")
                .functionName(program.getRef())
                .principal("apigateway.amazonaws.com")
                .sourceArn(api.arn())
                .build();
        List.of("program", "worker").forEach(function -> logMetrics(function, config));
        alarms(around, queue, api);
    }

    private Integration proxy(CfnAlias program) {
        return Integration.Builder.create()
                .type(IntegrationType.AWS_PROXY)
                .integrationHttpMethod("POST")
                .uri("arn:aws:apigateway:" + getRegion() + ":lambda:path/2015-03-31/functions/" + program.getRef()
                        + "/invocations")
                .build();
    }

    private void logMetrics(String function, EnvironmentConfig config) {
        ILogGroup log = LogGroup.fromLogGroupName(this, function + "Lines", "/aws/lambda/" + config.named(function));
        new LogMetrics(this, function + "LogMetrics", log)
                .getNode()
                .addDependency(getNode().findChild("Functions"));
    }

    private void alarms(Surroundings around, WorkQueue queue, Api api) {
        EnvironmentConfig config = around.config();
        Alarms alarms = new Alarms(
                this, "Alarms", "med-doc-ai-" + config.name(), around.ground().alarms());
        alarms.above("api-5xx", Metric.count("AWS/ApiGateway", "5XXError", Map.of("ApiName", api.name())), 5);
        for (String function : List.of("program", "worker")) {
            alarms.above(
                    function + "-errors",
                    Metric.count("AWS/Lambda", "Errors", Map.of("FunctionName", config.named(function))),
                    3);
        }
        alarms.above(
                "queue-age",
                Metric.level(
                        "AWS/SQS",
                        "ApproximateAgeOfOldestMessage",
                        Map.of("QueueName", queue.work().getQueueName())),
                300);
        alarms.above(
                "dead-letters",
                Metric.count(
                        "AWS/SQS",
                        "ApproximateNumberOfMessagesVisible",
                        Map.of("QueueName", queue.dead().getQueueName())),
                0);
        ProgramAlarms shared = new ProgramAlarms(alarms);
        shared.database(around.data().database(), config.database().connectionsAlarm());
        shared.claude();
    }
}
