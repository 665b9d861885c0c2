package ai.meddoc.server.gate;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import org.jboss.logging.Logger;

/** Tells whoever started the server where it is. */
@ApplicationScoped
public class StartNotice {

    private static final Logger LOG = Logger.getLogger("meddoc");

    void listening(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        LOG.infof(
                "Listening on http://%s:%d - the page at /app, the API's documentation at /docs",
                host.contains(":") ? "[" + host + "]" : host, start.options().getPort());
    }
}
