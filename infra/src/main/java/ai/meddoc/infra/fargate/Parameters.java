package ai.meddoc.infra.fargate;

import ai.meddoc.infra.runtime.ProgramSettings;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ecs.CfnTaskDefinition.SecretProperty;
import software.amazon.awscdk.services.ssm.StringParameter;
import software.constructs.Construct;

/**
 * The program's settings in Parameter Store, {@code /med-doc-ai/ENVIRONMENT/NAME}: a change is a new value and a new
 * deployment, and the task's definition holds none of them.
 */
final class Parameters extends Construct {

    static final String COLLECTOR = "AOT_CONFIG_CONTENT";

    private final Map<String, StringParameter> parameters = new TreeMap<>();

    Parameters(Construct scope, String id, Surroundings around, String collector) {
        super(scope, id);
        Map<String, String> settings = new TreeMap<>(new ProgramSettings(around).plain());
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318");
        settings.put(COLLECTOR, collector);
        settings.forEach((name, value) -> parameters.put(
                name,
                StringParameter.Builder.create(this, name)
                        .parameterName("/med-doc-ai/" + around.config().name() + "/" + name)
                        .stringValue(value)
                        .build()));
    }

    /** The settings of the program. */
    List<SecretProperty> program() {
        return parameters.entrySet().stream()
                .filter(p -> !p.getKey().equals(COLLECTOR))
                .map(p -> from(p.getKey(), p.getValue()))
                .toList();
    }

    SecretProperty collector() {
        return from(COLLECTOR, java.util.Objects.requireNonNull(parameters.get(COLLECTOR)));
    }

    String[] arns() {
        return parameters.values().stream()
                .map(StringParameter::getParameterArn)
                .toArray(String[]::new);
    }

    private static SecretProperty from(String name, StringParameter parameter) {
        return SecretProperty.builder()
                .name(name)
                .valueFrom(parameter.getParameterArn())
                .build();
    }
}
