package ai.meddoc.server.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The figures for Prometheus. */
@Path("/metrics")
@RunOnVirtualThread
public final class MetricsResource {

    private final Figures figures;

    MetricsResource(Figures figures) {
        this.figures = figures;
    }

    @GET
    @Produces("text/plain; version=0.0.4; charset=utf-8")
    public String text() {
        return figures.text();
    }
}
