package ai.meddoc.infra.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** IAM statements written out: what a role may do is read here, not derived. Policies are managed, never inline. */
public final class Statements {

    private Statements() {}

    public static PolicyStatement allow(List<String> actions, String... resources) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(List.of(resources))
                .build();
    }

    public static List<PolicyStatement> joined(List<PolicyStatement> some, List<PolicyStatement> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** A service of AWS may do something, on behalf of this account's resources only. */
    public static PolicyStatement service(String service, List<String> actions, String resource, Object condition) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal(service)))
                .actions(actions)
                .resources(List.of(resource))
                .conditions(Map.of("StringEquals", condition))
                .build();
    }

    /** A role that a service of AWS takes on, with exactly these permissions: later grants do not reach it. */
    public static IRole role(Construct scope, String id, String service, List<PolicyStatement> statements) {
        Role role = Role.Builder.create(scope, id)
                .assumedBy(new ServicePrincipal(service))
                .build();
        ManagedPolicy.Builder.create(scope, id + "Policy")
                .statements(statements)
                .roles(List.of(role))
                .build();
        return role.withoutPolicyUpdates();
    }
}
