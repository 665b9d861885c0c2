package ai.meddoc.infra.vm;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.observability.LogMetrics;
import ai.meddoc.infra.observability.Logs;
import ai.meddoc.infra.runtime.LoadBalancer;
import ai.meddoc.infra.runtime.ProgramAlarms;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.runtime.TargetGroups;
import ai.meddoc.infra.secrets.SecretReload;
import ai.meddoc.infra.secrets.SecretReload.Renewal;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Option 3, for a small team: one instance, nginx and a systemd unit, behind the same load balancer and sign-in. */
public final class VmStack extends Stack {

    private static final int BUSY_PERCENT = 80;

    public VmStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props);
        EnvironmentConfig config = around.config();
        CfnParameter build = CfnParameter.Builder.create(this, "ServerBuild")
                .type("String")
                .allowedPattern("builds/[A-Za-z0-9._-]+/server\\.tar\\.gz")
                .description("The key of the build in the artifacts' bucket")
                .build();
        LogGroup log = Logs.group(
                this,
                "Lines",
                "/ec2/med-doc-ai-backend-" + config.name(),
                config,
                around.ground().key());
        FirstStart start = new FirstStart(around, build.getValueAsString(), log.getLogGroupName());
        Machine machine = new Machine(this, "Machine", around, start, log.getLogGroupArn());
        LoadBalancer balancer = new LoadBalancer(
                this, "LoadBalancer", around, TargetGroups.instance(this, "Targets", around, machine.id()));
        new LogMetrics(this, "LogMetrics", log);
        alarms(around, balancer, machine);
        renew(around, machine);
    }

    private void alarms(Surroundings around, LoadBalancer balancer, Machine machine) {
        EnvironmentConfig config = around.config();
        Alarms alarms = new Alarms(
                this, "Alarms", "med-doc-ai-" + config.name(), around.ground().alarms());
        Map<String, String> instance = Map.of("InstanceId", machine.id());
        alarms.above("instance-cpu", Metric.level("AWS/EC2", "CPUUtilization", instance), BUSY_PERCENT);
        alarms.above("instance-memory", Metric.level("MedDocAi/Instance", "mem_used_percent", instance), BUSY_PERCENT);
        alarms.above("instance-status", Metric.level("AWS/EC2", "StatusCheckFailed", instance), 0);
        ProgramAlarms shared = new ProgramAlarms(alarms);
        shared.loadBalancer(balancer);
        shared.database(around.data().database(), config.database().connectionsAlarm());
        shared.claude();
        shared.queue();
    }

    private void renew(Surroundings around, Machine machine) {
        String instance = "arn:aws:ec2:" + getRegion() + ":" + getAccount() + ":instance/" + machine.id();
        String document = "arn:aws:ssm:" + getRegion() + "::document/AWS-RunShellScript";
        new SecretReload(
                this,
                "SecretReload",
                around.config(),
                around.ground().key(),
                List.of(
                        around.data().database().secretArn(),
                        around.data().anthropicKey().getSecretArn()),
                new Renewal(
                        "ssm:sendCommand",
                        Map.of(
                                "DocumentName", "AWS-RunShellScript",
                                "InstanceIds", List.of(machine.id()),
                                "Parameters", Map.of("commands", List.of("systemctl restart meddoc"))),
                        Statements.allow(List.of("ssm:SendCommand"), instance, document)));
    }
}
