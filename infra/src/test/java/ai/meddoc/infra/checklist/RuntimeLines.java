package ai.meddoc.infra.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Resource;
import ai.meddoc.infra.templates.Templates;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** How the program runs, and what it is told. */
final class RuntimeLines {

    private static final List<String> SETTINGS =
            List.of("ALLOW_ORIGINS", "DB_URL", "LOG_FORMAT", "STORAGE_BUCKET", "STORAGE_PREFIX");

    private RuntimeLines() {}

    static List<Line> all() {
        return List.of(
                Line.everywhere(
                        "the program gets every setting",
                        t -> SETTINGS.forEach(
                                s -> assertThat(setting(t, s)).as(s).isNotEmpty())),
                Line.everywhere(
                        "CORS list: our page and no wildcard",
                        t -> assertThat(setting(t, "ALLOW_ORIGINS"))
                                .contains("https://")
                                .doesNotContain("*")),
                Line.everywhere("Claude where it is switched on: the model, and a way to it", RuntimeLines::claude),
                Line.everywhere("the audit trail is sealed with a generated secret", RuntimeLines::auditKey),
                Line.of(
                        DeploymentOption.FARGATE,
                        "tasks of 0.5 vCPU and 1 GB in private subnets, no public address",
                        RuntimeLines::task),
                Line.of(
                        DeploymentOption.FARGATE,
                        "image by digest, user 10001, read-only root, Java-only health check",
                        RuntimeLines::container),
                Line.of(DeploymentOption.FARGATE, "2 to 10 tasks, scaled on CPU and memory", RuntimeLines::scaling),
                Line.of(DeploymentOption.FARGATE, "a failed deployment rolls itself back", RuntimeLines::rollBack),
                Line.of(
                        DeploymentOption.FARGATE,
                        "secrets by ECS's own role, by field, never in plain",
                        RuntimeLines::secrets),
                Line.of(
                        DeploymentOption.FARGATE,
                        "settings in Parameter Store",
                        t -> assertThat(t.all("AWS::SSM::Parameter")).hasSize(19)),
                Line.of(
                        DeploymentOption.FARGATE,
                        "tracing: OpenTelemetry to X-Ray by a collector",
                        RuntimeLines::collector),
                Line.balanced("a changed secret renews the program", RuntimeLines::reload),
                Line.of(
                        DeploymentOption.SERVERLESS,
                        "functions: Java, snapshot, VPC, limited, by an alias, the database by its certificate",
                        RuntimeLines::functions),
                Line.of(
                        DeploymentOption.SERVERLESS,
                        "queue with dead letters, woken by documents and by the minute, hidden long enough",
                        RuntimeLines::queue),
                Line.of(
                        DeploymentOption.SERVERLESS,
                        "API Gateway: whole bodies, validated, throttled, no caching of PHI",
                        RuntimeLines::gateway),
                Line.of(
                        DeploymentOption.VM,
                        "one t3.medium in a private subnet, encrypted, IMDSv2, no SSH key",
                        RuntimeLines::machine),
                Line.of(
                        DeploymentOption.VM,
                        "systemd unit and nginx, settings and secrets outside the image",
                        RuntimeLines::firstStart));
    }

    /** What the program reads under this name, as JSON or text; empty when it is not told. */
    static String setting(Templates t, String name) {
        String parameters = t.all("AWS::SSM::Parameter").stream()
                .filter(p -> p.text("Name").endsWith("/" + name))
                .map(p -> p.text("Value"))
                .collect(Collectors.joining());
        List<String> functions = t.all("AWS::Lambda::Function").stream()
                .map(f -> f.text("Environment.Variables." + name))
                .toList();
        String machine = t.all("AWS::EC2::Instance").stream()
                .map(i -> line(i.at("UserData").toString(), name))
                .collect(Collectors.joining());
        return functions.stream().anyMatch(String::isEmpty) ? "" : parameters + String.join("", functions) + machine;
    }

    /** From the settings' file of an instance, which stands as text inside its user data. */
    private static String line(String userData, String name) {
        var found = Pattern.compile("(?:[n\"]|\\\\n)" + name + "=(.*?)(?:\\\\n[A-Z_]+=|\\\\n\"\\])")
                .matcher(userData);
        return found.find() ? found.group(1) : "";
    }

    private static void task(Templates t) {
        Resource task = t.one("AWS::ECS::TaskDefinition");
        assertThat(task.text("Cpu")).isEqualTo("512");
        assertThat(task.text("Memory")).isEqualTo("1024");
        assertThat(task.text("RequiresCompatibilities")).contains("FARGATE");
        Resource service = t.one("AWS::ECS::Service");
        assertThat(service.refersTo("TaskDefinition", task)).isTrue();
        assertThat(service.refersTo("Cluster", t.one("AWS::ECS::Cluster"))).isTrue();
        JsonNode network = service.at("NetworkConfiguration.AwsvpcConfiguration");
        assertThat(network.path("AssignPublicIp").asText()).isEqualTo("DISABLED");
        assertThat(network.path("Subnets"))
                .hasSize(2)
                .allMatch(s -> s.toString().contains("private"));
        assertThat(network.path("SecurityGroups").toString()).contains("FirewallsService");
    }

    private static JsonNode program(Templates t) {
        return t.one("AWS::ECS::TaskDefinition").at("ContainerDefinitions.0");
    }

    private static void container(Templates t) {
        JsonNode program = program(t);
        assertThat(program.path("Image").toString())
                .contains("@\",{\"Ref\":\"ImageDigest\"}")
                .doesNotContain("latest");
        assertThat(program.path("User").asText()).isEqualTo("10001:10001");
        assertThat(program.path("ReadonlyRootFilesystem").asBoolean()).isTrue();
        assertThat(program.path("HealthCheck").path("Command").toString())
                .doesNotContain("curl", "CMD-SHELL")
                .contains("jre/bin/java");
        assertThat(program.path("PortMappings").path(0).path("ContainerPort").asInt())
                .isEqualTo(8000);
        assertThat(program.path("StopTimeout").asInt()).isGreaterThanOrEqualTo(25);
        assertThat(program.path("LinuxParameters")
                        .path("Capabilities")
                        .path("Drop")
                        .toString())
                .contains("ALL");
    }

    private static void scaling(Templates t) {
        Resource target = t.one("AWS::ApplicationAutoScaling::ScalableTarget");
        assertThat(target.at("MinCapacity").asInt()).isEqualTo(2);
        assertThat(target.at("MaxCapacity").asInt()).isBetween(4, 10);
        assertThat(t.one("AWS::ECS::Service").at("DesiredCount").asInt()).isEqualTo(2);
        assertThat(t.all("AWS::ApplicationAutoScaling::ScalingPolicy"))
                .extracting(p -> p.text("TargetTrackingScalingPolicyConfiguration.PredefinedMetricSpecification"
                        + ".PredefinedMetricType"))
                .containsExactlyInAnyOrder("ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization");
        assertThat(t.all("AWS::ApplicationAutoScaling::ScalingPolicy"))
                .allMatch(p -> p.refersTo("ScalingTargetId", target));
    }

    private static void rollBack(Templates t) {
        Resource service = t.one("AWS::ECS::Service");
        assertThat(service.text("DeploymentConfiguration.DeploymentCircuitBreaker"))
                .contains("\"Enable\":true")
                .contains("\"Rollback\":true");
        assertThat(service.at("DeploymentConfiguration.MinimumHealthyPercent").asInt())
                .isEqualTo(100);
        assertThat(service.text("DeploymentConfiguration.Alarms.AlarmNames")).contains("-alb-5xx");
        Resource targets = t.one("AWS::ElasticLoadBalancingV2::TargetGroup");
        assertThat(service.refersTo("LoadBalancers", targets)).isTrue();
    }

    private static void secrets(Templates t) {
        JsonNode secrets = program(t).path("Secrets");
        assertThat(secrets.toString())
                .contains(":username::")
                .contains(":password::")
                .contains("MasterUserSecret");
        assertThat(program(t).has("Environment")).isFalse();
        Resource task = t.one("AWS::ECS::TaskDefinition");
        Resource execution = t.one("AWS::IAM::Role", "RolesExecution");
        Resource own = t.one("AWS::IAM::Role", "RolesTask");
        assertThat(task.refersTo("ExecutionRoleArn", execution)).isTrue();
        assertThat(task.refersTo("TaskRoleArn", own)).isTrue();
        assertThat(AccessLines.allowed(t, execution))
                .contains("secretsmanager:GetSecretValue", "kms:Decrypt", "ssm:GetParameters", "ecr:BatchGetImage");
        assertThat(AccessLines.allowed(t, own))
                .contains("s3:PutObject", "s3:GetObject", "kms:Decrypt")
                .doesNotContain("secretsmanager:GetSecretValue");
    }

    private static void claude(Templates t) {
        if (setting(t, "USE_CLAUDE_REAL").contains("true")) {
            assertThat(setting(t, "CLAUDE_BACKEND")).contains("bedrock");
            assertThat(setting(t, "CLAUDE_MODEL")).contains("anthropic.claude-");
            for (Resource role : programs(t)) {
                assertThat(AccessLines.allowed(t, role)).contains("bedrock:InvokeModel");
            }
        } else {
            assertThat(setting(t, "USE_CLAUDE_REAL")).contains("false");
        }
    }

    /** The roles that the program itself has, whatever it runs on. */
    private static List<Resource> programs(Templates t) {
        return t.all("AWS::IAM::Role").stream()
                .filter(r -> List.of("RolesTask", "Functionsprogram", "Functionsworker", "MachineRole").stream()
                        .anyMatch(r.id()::startsWith))
                .toList();
    }

    private static void auditKey(Templates t) {
        Resource key = t.one("AWS::SecretsManager::Secret", "AuditKey");
        assertThat(key.at("GenerateSecretString.PasswordLength").asInt()).isGreaterThanOrEqualTo(32);
        assertThat(key.text("KmsKeyId")).contains("DataKey");
        t.all("AWS::ECS::TaskDefinition")
                .forEach(task -> assertThat(program(t).path("Secrets"))
                        .anyMatch(s -> s.path("Name").asText().equals("AUDIT_KEY")
                                && s.toString().contains(key.id())));
        if (t.all("AWS::ECS::TaskDefinition").isEmpty()) {
            assertThat(setting(t, "AUDIT_KEY_SECRET_ARN")).contains(key.id());
        }
        t.all("AWS::EC2::Instance")
                .forEach(machine -> assertThat(machine.text("UserData")).contains("AUDIT_KEY=%s"));
        List<Resource> readers = t.all("AWS::IAM::Role").stream()
                .filter(r -> List.of("RolesExecution", "Functionsprogram", "Functionsworker", "MachineRole").stream()
                        .anyMatch(r.id()::startsWith))
                .toList();
        assertThat(readers)
                .isNotEmpty()
                .allMatch(r -> t.all("AWS::IAM::ManagedPolicy").stream()
                        .anyMatch(p -> p.refersTo("Roles", r) && p.refersTo("PolicyDocument", key)));
    }

    private static void collector(Templates t) {
        JsonNode collector = t.one("AWS::ECS::TaskDefinition").at("ContainerDefinitions.1");
        assertThat(collector.path("Image").asText()).contains("aws-otel-collector");
        assertThat(setting(t, "AOT_CONFIG_CONTENT")).contains("otlp").contains("awsxray");
        assertThat(setting(t, "AOT_CONFIG_CONTENT")).contains("endpoint: 127.0.0.1:4318");
        assertThat(setting(t, "OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo("http://127.0.0.1:4318");
        assertThat(AccessLines.allowed(t, t.one("AWS::IAM::Role", "RolesTask"))).contains("xray:PutTraceSegments");
    }

    private static void reload(Templates t) {
        Resource machine = t.one("AWS::StepFunctions::StateMachine");
        assertThat(machine.text("DefinitionString") + machine.text("Definition"))
                .containsAnyOf("ecs:updateService", "ssm:sendCommand");
        Resource rule = t.one("AWS::Events::Rule", "SecretReload");
        assertThat(rule.refersTo("Targets", machine)).isTrue();
        assertThat(rule.text("EventPattern"))
                .contains("RotationSucceeded")
                .contains("MasterUserSecret")
                .contains("AnthropicKey");
        assertThat(AccessLines.allowed(t, t.one("AWS::IAM::Role", "SecretReloadRenewer")))
                .containsAnyOf("ecs:UpdateService", "ssm:SendCommand");
        assertThat(AccessLines.allowed(t, t.one("AWS::IAM::Role", "SecretReloadStarter")))
                .contains("states:StartExecution");
    }

    private static void functions(Templates t) {
        List<Resource> functions = t.all("AWS::Lambda::Function");
        assertThat(functions).hasSize(2);
        for (Resource function : functions) {
            assertThat(function.text("Runtime")).isEqualTo("java25");
            assertThat(function.text("SnapStart.ApplyOn")).isEqualTo("PublishedVersions");
            assertThat(function.text("TracingConfig.Mode")).isEqualTo("Active");
            assertThat(function.list("VpcConfig.SubnetIds")).hasSize(2);
            assertThat(function.at("ReservedConcurrentExecutions").asInt()).isPositive();
            assertThat(function.text("DeadLetterConfig")).contains("WorkQueueDead");
            assertThat(function.text("KmsKeyArn")).contains("DataKey");
            assertThat(t.all("AWS::Lambda::Version")).anyMatch(v -> v.refersTo("FunctionName", function));
            assertThat(t.all("AWS::Lambda::Alias")).anyMatch(a -> a.refersTo("FunctionName", function));
            Resource role = t.all("AWS::IAM::Role").stream()
                    .filter(r -> function.refersTo("Role", r))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no role for " + function.id()));
            assertThat(AccessLines.allowed(t, role))
                    .contains("secretsmanager:GetSecretValue", "kms:Decrypt", "s3:PutObject", "xray:PutTraceSegments");
        }
        assertThat(setting(t, "DB_URL")).contains("sslrootcert=/var/task/rds-ca.pem");
        assertThat(t.one("AWS::Lambda::Function", "Functionsprogram")
                        .at("Timeout")
                        .asInt())
                .isLessThanOrEqualTo(29);
    }

    private static void queue(Templates t) {
        Resource work = t.one("AWS::SQS::Queue", "WorkQueueWork");
        Resource dead = t.one("AWS::SQS::Queue", "WorkQueueDead");
        assertThat(work.refersTo("RedrivePolicy", dead)).isTrue();
        assertThat(t.all("AWS::SQS::Queue"))
                .allMatch(q -> q.text("KmsMasterKeyId").contains("DataKey"));
        assertThat(t.all("AWS::SQS::QueuePolicy"))
                .hasSize(2)
                .allMatch(p -> p.text("PolicyDocument").contains("aws:SecureTransport"));
        assertThat(t.one("AWS::Events::Rule", "WorkQueueArrived").text("EventPattern"))
                .contains("Object Created");
        assertThat(t.one("AWS::Events::Rule", "WorkQueueEachMinute").text("ScheduleExpression"))
                .isEqualTo("rate(1 minute)");
        assertThat(t.all("AWS::Events::Rule"))
                .filteredOn(r -> r.id().startsWith("WorkQueue"))
                .allMatch(r -> r.refersTo("Targets", work));
        assertThat(t.one("AWS::Events::Rule", "WorkQueueArrived").text("Targets.0.InputPath"))
                .isEqualTo("$.detail.object");
        assertThat(work.at("VisibilityTimeout").asInt())
                .isEqualTo(6
                        * t.one("AWS::Lambda::Function", "Functionsworker")
                                .at("Timeout")
                                .asInt());
        Resource wake = t.one("AWS::Lambda::EventSourceMapping");
        assertThat(wake.text("FunctionResponseTypes")).contains("ReportBatchItemFailures");
        assertThat(wake.at("ScalingConfig.MaximumConcurrency").asInt()).isBetween(2, 20);
        assertThat(wake.refersTo("EventSourceArn", work)).isTrue();
        assertThat(wake.refersTo("FunctionName", t.one("AWS::Lambda::Alias", "Functionsworker")))
                .isTrue();
        assertThat(t.one("AWS::S3::Bucket", "uploads").text("NotificationConfiguration"))
                .contains("EventBridgeEnabled\":true");
    }

    private static void gateway(Templates t) {
        Resource validator = t.one("AWS::ApiGateway::RequestValidator");
        assertThat(t.all("AWS::ApiGateway::Method"))
                .hasSize(2)
                .allMatch(m -> m.refersTo("RequestValidatorId", validator))
                .allMatch(m -> m.refersTo("Integration.Uri", t.one("AWS::Lambda::Alias", "Functionsprogram")));
        assertThat(t.one("AWS::ApiGateway::Resource").text("PathPart")).isEqualTo("{proxy+}");
        Resource stage = t.one("AWS::ApiGateway::Stage");
        assertThat(stage.refersTo("DeploymentId", t.one("AWS::ApiGateway::Deployment")))
                .isTrue();
        assertThat(stage.refersTo("ClientCertificateId", t.one("AWS::ApiGateway::ClientCertificate")))
                .isTrue();
        assertThat(stage.text("TracingEnabled")).isEqualTo("true");
        assertThat(stage.text("MethodSettings.0.DataTraceEnabled")).isEqualTo("false");
        assertThat(stage.at("MethodSettings.0.ThrottlingRateLimit").asInt()).isPositive();
        assertThat(stage.at("CacheClusterEnabled").asBoolean()).isFalse();
        assertThat(t.one("AWS::ApiGateway::RestApi").text("BinaryMediaTypes")).isEqualTo("[\"*/*\"]");
        assertThat(t.one("AWS::ApiGateway::RestApi").text("DisableExecuteApiEndpoint"))
                .isEqualTo("true");
        assertThat(t.one("AWS::ApiGateway::DomainName").text("SecurityPolicy")).isEqualTo("TLS_1_2");
        assertThat(t.one("AWS::ApiGateway::BasePathMapping").refersTo("RestApiId", t.one("AWS::ApiGateway::RestApi")))
                .isTrue();
        assertThat(t.one("AWS::ApiGateway::Account")
                        .refersTo("CloudWatchRoleArn", t.one("AWS::IAM::Role", "GatewayLogWriter")))
                .isTrue();
        assertThat(t.one("AWS::Lambda::Permission").text("SourceArn")).contains("execute-api");
    }

    private static void machine(Templates t) {
        Resource machine = t.one("AWS::EC2::Instance");
        assertThat(machine.text("InstanceType")).isEqualTo("t3.medium");
        assertThat(machine.text("SubnetId")).contains("private");
        assertThat(machine.text("SecurityGroupIds")).contains("FirewallsService");
        assertThat(machine.at("KeyName").isMissingNode()).isTrue();
        assertThat(machine.text("BlockDeviceMappings.0.Ebs"))
                .contains("\"Encrypted\":true")
                .contains("DataKey");
        Resource template = t.one("AWS::EC2::LaunchTemplate");
        assertThat(machine.refersTo("LaunchTemplate", template)).isTrue();
        assertThat(template.text("LaunchTemplateData.MetadataOptions.HttpTokens"))
                .isEqualTo("required");
        Resource profile = t.one("AWS::IAM::InstanceProfile");
        assertThat(machine.refersTo("IamInstanceProfile", profile)).isTrue();
        Resource role = t.one("AWS::IAM::Role", "MachineRole");
        assertThat(profile.refersTo("Roles", role)).isTrue();
        assertThat(AccessLines.allowed(t, role))
                .contains("ssmmessages:OpenDataChannel", "secretsmanager:GetSecretValue", "kms:Decrypt", "s3:PutObject")
                .contains("xray:PutTraceSegments");
        assertThat(t.one("AWS::ElasticLoadBalancingV2::TargetGroup").refersTo("Targets", machine))
                .isTrue();
    }

    private static void firstStart(Templates t) {
        JsonNode data = t.one("AWS::EC2::Instance").at("UserData");
        String script = data.toString();
        assertThat(script)
                .contains("systemctl enable meddoc")
                .contains("systemctl enable --now nginx")
                .contains("/opt/meddoc/read-secrets");
        String files = StreamSupport.stream(data.findValues("Fn::Base64").spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.joining());
        assertThat(files)
                .contains("NoNewPrivileges=yes")
                .contains("listen 8000 ssl")
                .contains("\\\"http_endpoint\\\": \\\"127.0.0.1:4318\\\"");
        assertThat(setting(t, "OTEL_EXPORTER_OTLP_ENDPOINT")).isEqualTo("http://127.0.0.1:4318");
    }
}
