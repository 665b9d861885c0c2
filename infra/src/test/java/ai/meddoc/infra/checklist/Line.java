package ai.meddoc.infra.checklist;

import ai.meddoc.infra.DeploymentOption;
import ai.meddoc.infra.templates.Templates;
import java.util.EnumSet;
import java.util.Set;

/**
 * One line of the checklist.
 *
 * @param options the deployments that it holds for
 */
record Line(String name, Set<DeploymentOption> options, Check check) {

    static Line everywhere(String name, Check check) {
        return new Line(name, EnumSet.allOf(DeploymentOption.class), check);
    }

    static Line of(DeploymentOption option, String name, Check check) {
        return new Line(name, EnumSet.of(option), check);
    }

    /** Where a load balancer is. */
    static Line balanced(String name, Check check) {
        return new Line(name, EnumSet.of(DeploymentOption.FARGATE, DeploymentOption.VM), check);
    }

    boolean holds(Templates templates) {
        try {
            check.of(templates);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /** Throws an AssertionError that says what is missing. */
    interface Check {
        void of(Templates templates);
    }
}
