package ai.meddoc.server.doctor;

import ai.meddoc.server.audit.AuditFiles;
import ai.meddoc.server.settings.AccessSettings;
import ai.meddoc.server.settings.DatabaseUrl;
import ai.meddoc.server.settings.Settings;
import java.net.URI;
import java.util.List;

/** Who may call, from which pages, and with what the trail of it is sealed. */
final class AccessCheck {

    private AccessCheck() {}

    static List<CheckResult> of(Settings settings) {
        return List.of(signIn(settings), origins(settings.allowOrigins()), auditKey(settings));
    }

    private static CheckResult signIn(Settings settings) {
        AccessSettings access = settings.access();
        if (access.oidc().isPresent()) {
            return CheckResult.ok("sign-in", "by " + access.oidc().get().issuer());
        }
        if (access.localUsers()) {
            return CheckResult.ok("sign-in", "by name and password");
        }
        return settings.loopbackOnly()
                ? CheckResult.ok("sign-in", "none: only this machine can connect (LOCAL_USERS=true adds people)")
                : CheckResult.note(
                        "sign-in",
                        "none (ALLOW_UNAUTHENTICATED): whoever reaches the port can read every document; set"
                                + " LOCAL_USERS=true or OIDC_ISSUER unless a proxy signs people in");
    }

    private static CheckResult origins(List<String> origins) {
        if (origins.isEmpty()) {
            return CheckResult.ok("cors", "only the server's own pages may call (ALLOW_ORIGINS adds others)");
        }
        List<String> open = origins.stream().filter(AccessCheck::isOpen).toList();
        String all = String.join(", ", origins);
        return open.isEmpty()
                ? CheckResult.ok("cors", all + " may call")
                : CheckResult.note("cors", all + " may call; without TLS: " + String.join(", ", open) + " (use https)");
    }

    private static boolean isOpen(String origin) {
        return origin.startsWith("http://") && !isThisMachine(URI.create(origin).getHost());
    }

    static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static CheckResult auditKey(Settings settings) {
        String make = "set AUDIT_KEY (openssl rand -hex 32), and never change it";
        if (settings.access().auditKey().isPresent()) {
            return CheckResult.ok("audit key", "AUDIT_KEY is set");
        }
        if (settings.bucket() != null) {
            return CheckResult.wrong(
                    "audit key",
                    "AUDIT_KEY is missing: with a bucket the folder need not outlive this machine, and with it would go"
                            + " the key that seals the trail; " + make);
        }
        String kept =
                AuditFiles.hasKey(settings) ? "STORAGE_DIR/audit.key" : "STORAGE_DIR/audit.key, made at first start";
        return settings.database() instanceof DatabaseUrl.Postgres
                ? CheckResult.note("audit key", kept + "; where several servers share the database, " + make)
                : CheckResult.ok("audit key", kept);
    }
}
