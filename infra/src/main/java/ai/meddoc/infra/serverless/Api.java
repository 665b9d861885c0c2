package ai.meddoc.infra.serverless;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.edge.Names;
import ai.meddoc.infra.edge.WebFirewall;
import ai.meddoc.infra.observability.Logs;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import software.amazon.awscdk.services.apigateway.AccessLogFormat;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.apigateway.CfnClientCertificate;
import software.amazon.awscdk.services.apigateway.DomainNameOptions;
import software.amazon.awscdk.services.apigateway.EndpointConfiguration;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.LogGroupLogDestination;
import software.amazon.awscdk.services.apigateway.MethodLoggingLevel;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.RequestValidatorOptions;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.SecurityPolicy;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.route53.targets.ApiGateway;
import software.constructs.Construct;

/**
 * API Gateway in front of the function. It ends a call after 29 s, and a function takes 6 MB at the most, in base64: what
 * takes longer is a job to poll, and a file above 4 MB needs one of the other options. Who calls is the program's to find
 * out, since a browser's session stands in a cookie that no authorizer reads.
 */
final class Api extends Construct {

    private final RestApi api;

    Api(Construct scope, String id, Surroundings around, Integration program) {
        super(scope, id);
        EnvironmentConfig config = around.config();
        Names names = new Names(this, "Names", config.domain());
        CfnAccount account = account();
        api = RestApi.Builder.create(this, "Api")
                .restApiName(config.named("api"))
                .cloudWatchRole(false)
                .disableExecuteApiEndpoint(true)
                .minCompressionSize(software.amazon.awscdk.Size.kibibytes(1))
                // Whatever it is, it arrives and leaves as it was.
                .binaryMediaTypes(List.of("*/*"))
                .endpointConfiguration(EndpointConfiguration.builder()
                        .types(List.of(EndpointType.REGIONAL))
                        .build())
                .domainName(DomainNameOptions.builder()
                        .domainName(config.domain().api())
                        .certificate(names.certificate())
                        .securityPolicy(SecurityPolicy.TLS_1_2)
                        .build())
                .deployOptions(stage(around))
                .build();
        api.getDeploymentStage().getNode().addDependency(account);
        methods(program);
        new WebFirewall(this, "Firewall", config, around.ground().key(), "REGIONAL")
                .guard(api.getDeploymentStage().getStageArn());
        names.lead(config.domain().api(), new ApiGateway(api), false);
    }

    /** Any call of it, for the permission to run the function. */
    String arn() {
        return api.arnForExecuteApi();
    }

    String name() {
        return api.getRestApiName();
    }

    private void methods(Integration program) {
        MethodOptions options = MethodOptions.builder()
                .authorizationType(AuthorizationType.NONE)
                .requestValidator(api.addRequestValidator(
                        "Validator",
                        RequestValidatorOptions.builder()
                                .validateRequestParameters(true)
                                .validateRequestBody(true)
                                .build()))
                .build();
        api.getRoot().addMethod("ANY", program, options);
        api.getRoot().addResource("{proxy+}").addMethod("ANY", program, options);
    }

    private StageOptions stage(Surroundings around) {
        LogGroup log = Logs.group(
                this,
                "Lines",
                "/med-doc-ai/" + around.config().name() + "/api",
                around.config(),
                around.ground().key());
        String certificate = CfnClientCertificate.Builder.create(this, "ClientCertificate")
                .description("Shows the program that a call came through the gateway")
                .build()
                .getAttrClientCertificateId();
        return StageOptions.builder()
                .stageName(around.config().name())
                .clientCertificateId(certificate)
                .tracingEnabled(true)
                .metricsEnabled(true)
                .dataTraceEnabled(false)
                .loggingLevel(MethodLoggingLevel.ERROR)
                .throttlingRateLimit(50)
                .throttlingBurstLimit(100)
                .accessLogDestination(new LogGroupLogDestination(log))
                .accessLogFormat(AccessLogFormat.custom(
                        "{\"requestId\":\"$context.requestId\",\"method\":\"$context.httpMethod\","
                                + "\"route\":\"$context.resourcePath\",\"status\":\"$context.status\","
                                + "\"ms\":\"$context.responseLatency\"}"))
                .build();
    }

    /** API Gateway writes its logs by one role for the whole account. */
    private CfnAccount account() {
        IRole role = Statements.role(
                this,
                "LogWriter",
                "apigateway.amazonaws.com",
                List.of(Statements.allow(
                        List.of(
                                "logs:CreateLogGroup",
                                "logs:CreateLogStream",
                                "logs:DescribeLogGroups",
                                "logs:DescribeLogStreams",
                                "logs:FilterLogEvents",
                                "logs:GetLogEvents",
                                "logs:PutLogEvents"),
                        "*")));
        return CfnAccount.Builder.create(this, "Account")
                .cloudWatchRoleArn(role.getRoleArn())
                .build();
    }
}
