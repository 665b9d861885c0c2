package ai.meddoc.server.gate;

import ai.meddoc.server.access.FirstAdministrator;
import ai.meddoc.server.settings.Settings;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Tells whoever started the server where it is, and who can reach it. */
@ApplicationScoped
public class StartNotice {

    private static final Logger LOG = Logger.getLogger("meddoc");

    private final FirstAdministrator first;
    private final Settings settings;
    private final HttpServer server;

    StartNotice(FirstAdministrator first, Settings settings, HttpServer server) {
        this.first = first;
        this.settings = settings;
        this.server = server;
    }

    void listening(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        LOG.infof(
                "Listening on http://%s:%d - the page at /app, the API's documentation at /docs",
                host.contains(":") ? "[" + host + "]" : host, server.getPort());
        sayWhoCanCall();
        if (settings.bucket() != null && settings.access().auditKey().isEmpty()) {
            LOG.warn("AUDIT_KEY is not set: the audit trail is sealed with STORAGE_DIR/audit.key, which has to outlive"
                    + " this machine");
        }
    }

    private void sayWhoCanCall() {
        if (settings.access().signIn()) {
            // Once, on the operator's own terminal or log: whoever reads it may become the first administrator.
            first.notice()
                    .ifPresent(token ->
                            LOG.infof("No administrator yet: make the first at /app with the token %s", token));
        } else if (settings.loopbackOnly()) {
            LOG.info("Nobody signs in, so only this machine can connect; docs/security.md tells how to add users");
        } else {
            LOG.warn("Nobody signs in (ALLOW_UNAUTHENTICATED): whoever reaches this port can read every document");
        }
    }
}
