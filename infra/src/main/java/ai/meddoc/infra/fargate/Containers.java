package ai.meddoc.infra.fargate;

import ai.meddoc.infra.runtime.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.ContainerDefinitionProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.HealthCheckProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.KernelCapabilitiesProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.LinuxParametersProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.LogConfigurationProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.MountPointProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.PortMappingProperty;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.SecretProperty;

/** The two containers of a task: the program, and the collector that sends its traces to X-Ray. */
final class Containers {

    static final String PROGRAM = "backend";
    static final String WRITABLE = "work";

    private static final String COLLECTOR_IMAGE = "public.ecr.aws/aws-observability/aws-otel-collector:v0.45.1";
    private static final int PROGRAM_MB = 896;
    private static final int COLLECTOR_MB = 128;

    /** Traces only, to X-Ray; nothing of a document is in a span. */
    static final String COLLECTOR = """
            receivers:
              otlp:
                protocols:
                  http:
                    endpoint: 127.0.0.1:4318
            processors:
              batch/traces:
                timeout: 5s
            exporters:
              awsxray:
            service:
              pipelines:
                traces:
                  receivers: [otlp]
                  processors: [batch/traces]
                  exporters: [awsxray]
            """;

    private final Surroundings around;
    private final Parameters parameters;
    private final String log;

    Containers(Surroundings around, Parameters parameters, String log) {
        this.around = around;
        this.parameters = parameters;
        this.log = log;
    }

    ContainerDefinitionProperty program(String image) {
        return ContainerDefinitionProperty.builder()
                .name(PROGRAM)
                .image(image)
                .essential(true)
                .user("10001:10001")
                .readonlyRootFilesystem(true)
                .privileged(false)
                .linuxParameters(noPrivileges())
                .memory(PROGRAM_MB)
                .stopTimeout(30)
                .portMappings(List.of(PortMappingProperty.builder()
                        .containerPort(8000)
                        .protocol("tcp")
                        .build()))
                .secrets(secrets())
                .mountPoints(List.of(MountPointProperty.builder()
                        .sourceVolume(WRITABLE)
                        .containerPath("/var/lib/meddoc")
                        .readOnly(false)
                        .build()))
                .healthCheck(health())
                .logConfiguration(logTo("backend"))
                .build();
    }

    ContainerDefinitionProperty collector() {
        return ContainerDefinitionProperty.builder()
                .name("collector")
                .image(COLLECTOR_IMAGE)
                .essential(false)
                .user("10002:10002")
                .readonlyRootFilesystem(true)
                .privileged(false)
                .linuxParameters(noPrivileges())
                .memory(COLLECTOR_MB)
                .secrets(List.of(parameters.collector()))
                .logConfiguration(logTo("collector"))
                .build();
    }

    /** Java alone: the image has no shell and no curl. */
    private static HealthCheckProperty health() {
        return HealthCheckProperty.builder()
                .command(List.of(
                        "CMD",
                        "/opt/meddoc/jre/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        "/opt/meddoc/health",
                        "Health"))
                .interval(30)
                .timeout(5)
                .retries(3)
                .startPeriod(60)
                .build();
    }

    private List<SecretProperty> secrets() {
        String database = around.data().database().secretArn();
        List<SecretProperty> secrets = new ArrayList<>(List.of(
                secret("AUDIT_KEY", around.data().auditKey().getSecretArn()),
                secret("DB_USER", database + ":username::"),
                secret("DB_PASSWORD", database + ":password::")));
        if (around.config().service().usesKey()) {
            secrets.add(secret("ANTHROPIC_API_KEY", around.data().anthropicKey().getSecretArn()));
        }
        return secrets;
    }

    private LogConfigurationProperty logTo(String stream) {
        return LogConfigurationProperty.builder()
                .logDriver("awslogs")
                .options(Map.of(
                        "awslogs-group", log,
                        "awslogs-region", around.config().region(),
                        "awslogs-stream-prefix", stream))
                .build();
    }

    private static LinuxParametersProperty noPrivileges() {
        return LinuxParametersProperty.builder()
                .initProcessEnabled(false)
                .capabilities(KernelCapabilitiesProperty.builder()
                        .drop(List.of("ALL"))
                        .build())
                .build();
    }

    private static SecretProperty secret(String name, String from) {
        return SecretProperty.builder().name(name).valueFrom(from).build();
    }
}
