package ai.meddoc.infra.fargate;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.runtime.ProgramSettings;
import ai.meddoc.infra.runtime.Surroundings;
import java.util.List;
import software.amazon.awscdk.services.iam.IRole;
import software.constructs.Construct;

/**
 * Two roles: ECS's own, which pulls the image, reads the secrets and opens the log; and the program's, which reads and
 * writes documents. The guide gave the secrets to the second, where ECS never looks, and forgot to decrypt them.
 */
final class TaskRoles extends Construct {

    private static final String TASKS = "ecs-tasks.amazonaws.com";

    private final IRole execution;
    private final IRole task;

    TaskRoles(Construct scope, String id, Surroundings around, String logArn, Parameters parameters) {
        super(scope, id);
        ProgramSettings settings = new ProgramSettings(around);
        execution = Statements.role(
                this,
                "Execution",
                TASKS,
                List.of(
                        Statements.allow(List.of("ecr:GetAuthorizationToken"), "*"),
                        Statements.allow(
                                List.of(
                                        "ecr:BatchCheckLayerAvailability",
                                        "ecr:BatchGetImage",
                                        "ecr:GetDownloadUrlForLayer"),
                                around.ground().images().getRepositoryArn()),
                        settings.secrets(),
                        Statements.allow(List.of("ssm:GetParameters"), parameters.arns()),
                        settings.decryption(),
                        Statements.allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), logArn)));
        task = Statements.role(
                this,
                "Task",
                TASKS,
                Statements.joined(
                        List.of(settings.documents(), settings.listing(), settings.decryption()), settings.services()));
    }

    IRole execution() {
        return execution;
    }

    IRole task() {
        return task;
    }
}
