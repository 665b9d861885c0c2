package ai.meddoc.server.access;

import ai.meddoc.server.audit.AuditEntry.Action;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One route of the API and what it asks of its callers.
 *
 * @param template the address with placeholders, as in the contract
 * @param permission what the caller must have; null for none
 * @param phi what a refusal is recorded as; null where no PHI can be had
 */
public record Route(
        String method,
        String template,
        Need need,
        @Nullable Permission permission,
        @Nullable Action phi,
        Pattern pattern) {

    /** Who may call at all. */
    public enum Need {
        /** Anybody; nobody is asked who they are. */
        NOBODY,
        /** Anybody; who they are is found out if they say so. */
        ANYBODY,
        SIGNED_IN
    }

    static Route open(String method, String template, Need need) {
        return new Route(method, template, need, null, null, pattern(template));
    }

    static Route with(String method, String template, @Nullable Permission permission, @Nullable Action phi) {
        return new Route(method, template, Need.SIGNED_IN, permission, phi, pattern(template));
    }

    /** For the audit trail: no value of an address. */
    public String name() {
        return method + " " + template;
    }

    /** Whether somebody who lacks the permission may have it once for an emergency. */
    public boolean opensInEmergency() {
        return permission == Permission.READ || permission == Permission.EXPORT;
    }

    boolean fits(String path) {
        return pattern.matcher(path).matches();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }
}
