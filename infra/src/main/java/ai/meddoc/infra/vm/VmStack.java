package ai.meddoc.infra.vm;

import ai.meddoc.infra.access.Statements;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.Alarms.Metric;
import ai.meddoc.infra.runtime.BalancedStack;
import ai.meddoc.infra.runtime.Surroundings;
import ai.meddoc.infra.runtime.TargetGroups;
import ai.meddoc.infra.secrets.SecretReload.Renewal;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Option 3, for a small team: one instance, nginx and a systemd unit, behind the same load balancer. */
public final class VmStack extends BalancedStack {

    public VmStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props, around);
        String build = build(
                "ServerBuild",
                "builds/[A-Za-z0-9._-]+/server\\.tar\\.gz",
                "The key of the build in the artifacts' bucket");
        LogGroup log = log("ec2");
        FirstStart start = new FirstStart(around, build, log.getLogGroupName());
        Machine machine = new Machine(this, "Machine", around, start, log.getLogGroupArn());
        Alarms alarms = alarms(balancer(TargetGroups.instance(this, "Targets", around, machine.id())));
        Map<String, String> instance = Map.of("InstanceId", machine.id());
        alarms.above("instance-cpu", Metric.level("AWS/EC2", "CPUUtilization", instance), BUSY_PERCENT);
        alarms.above("instance-memory", Metric.level("MedDocAi/Instance", "mem_used_percent", instance), BUSY_PERCENT);
        alarms.above("instance-status", Metric.level("AWS/EC2", "StatusCheckFailed", instance), 0);
        renew(restart(machine));
    }

    private Renewal restart(Machine machine) {
        String instance = "arn:aws:ec2:" + getRegion() + ":" + getAccount() + ":instance/" + machine.id();
        String document = "arn:aws:ssm:" + getRegion() + "::document/AWS-RunShellScript";
        return new Renewal(
                "ssm:sendCommand",
                Map.of(
                        "DocumentName", "AWS-RunShellScript",
                        "InstanceIds", List.of(machine.id()),
                        "Parameters", Map.of("commands", List.of("systemctl restart meddoc"))),
                Statements.allow(List.of("ssm:SendCommand"), instance, document));
    }
}
