package ai.meddoc.infra.runtime;

import ai.meddoc.infra.config.EnvironmentConfig;
import ai.meddoc.infra.observability.Alarms;
import ai.meddoc.infra.observability.LogMetrics;
import ai.meddoc.infra.observability.Logs;
import ai.meddoc.infra.secrets.SecretReload;
import ai.meddoc.infra.secrets.SecretReload.Renewal;
import java.util.List;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnTargetGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** What the options behind a load balancer have in common: the way in, the log, the alarms, the renewal. */
public abstract class BalancedStack extends Stack {

    /** From where on a machine is short of something. */
    protected static final int BUSY_PERCENT = 80;

    private final Surroundings around;

    protected BalancedStack(Construct scope, String id, StackProps props, Surroundings around) {
        super(scope, id, props);
        this.around = around;
    }

    /** What is to run, given with each deployment. */
    protected final String build(String name, String pattern, String description) {
        return CfnParameter.Builder.create(this, name)
                .type("String")
                .allowedPattern(pattern)
                .description(description)
                .build()
                .getValueAsString();
    }

    /** The program's own lines, and the numbers in them. */
    protected final LogGroup log(String service) {
        EnvironmentConfig config = around.config();
        LogGroup log = Logs.group(
                this,
                "Lines",
                "/" + service + "/med-doc-ai-backend-" + config.name(),
                config,
                around.ground().key());
        new LogMetrics(this, "LogMetrics", log);
        return log;
    }

    protected final LoadBalancer balancer(CfnTargetGroup targets) {
        return new LoadBalancer(this, "LoadBalancer", around, targets);
    }

    /** The alarms that do not depend on what the program runs on. */
    protected final Alarms alarms(LoadBalancer balancer) {
        EnvironmentConfig config = around.config();
        Alarms alarms = new Alarms(
                this, "Alarms", "med-doc-ai-" + config.name(), around.ground().alarms());
        ProgramAlarms shared = new ProgramAlarms(alarms);
        shared.loadBalancer(balancer);
        shared.database(around.data().database(), config.database().connectionsAlarm());
        shared.claude();
        shared.queue();
        return alarms;
    }

    /** After a secret has changed. */
    protected final void renew(Renewal renewal) {
        new SecretReload(
                this,
                "SecretReload",
                around.config(),
                around.ground().key(),
                List.of(
                        around.data().database().secretArn(),
                        around.data().anthropicKey().getSecretArn()),
                renewal);
    }
}
