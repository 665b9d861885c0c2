package ai.meddoc.server.gate;

import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.server.problems.RequestId;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.SettingsException;
import ai.meddoc.server.settings.TelemetrySettings;
import ai.meddoc.server.telemetry.Figures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Health and figures at an address of their own, for those who run the server: none of them signs in there. */
@ApplicationScoped
public class ManagementPort {

    private static final Logger LOG = Logger.getLogger("meddoc");
    private static final int IDLE_SECONDS = 60;

    private final TelemetrySettings settings;
    private final Vertx vertx;
    private final ConnectionGate connections;
    private final HealthResource health;
    private final Figures figures;
    private final ProblemWriter problems;
    private @Nullable HttpServer server;

    ManagementPort(
            Settings settings,
            Vertx vertx,
            ConnectionGate connections,
            HealthResource health,
            Figures figures,
            ProblemWriter problems) {
        this.settings = settings.telemetry();
        this.vertx = vertx;
        this.connections = connections;
        this.health = health;
        this.figures = figures;
        this.problems = problems;
    }

    void start(@Observes StartupEvent event) {
        if (settings.managementPort() == 0) {
            return;
        }
        HttpServerOptions options = new HttpServerOptions()
                .setHost(settings.managementHost())
                .setPort(settings.managementPort())
                .setIdleTimeout(IDLE_SECONDS);
        try {
            server = vertx.createHttpServer(options)
                    .requestHandler(router())
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw new SettingsException("MANAGEMENT_HOST and MANAGEMENT_PORT " + settings.managementPort()
                    + " cannot be listened at: no address of this machine, or taken");
        }
        connections.guard();
        LOG.infof("Health and figures at port %d of %s", settings.managementPort(), settings.managementHost());
    }

    /** Until then it says that the server is about to stop. */
    void stop(@Observes ShutdownEvent event) {
        if (server != null) {
            server.close();
        }
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(this::begin);
        router.get("/health").handler(context -> say(context, health::health));
        router.get("/health/live").handler(context -> say(context, health::live));
        router.get("/health/ready").handler(context -> aside(context, () -> say(context, health::ready)));
        router.get("/metrics").handler(context -> aside(context, () -> metrics(context)));
        router.route().handler(context -> problems.write(context, ProblemType.NOT_FOUND));
        return router;
    }

    private void begin(RoutingContext context) {
        HeadWatch.arrived(context.request());
        SecurityHeaders.put(context, RequestId.of(context));
        context.next();
    }

    /** What asks the database waits beside the event loop. */
    private static void aside(RoutingContext context, Runnable answer) {
        Thread.ofVirtual().name("management").start(answer);
    }

    private void say(RoutingContext context, Supplier<HealthResource.Health> answer) {
        try {
            problems.json(context, answer.get());
        } catch (RuntimeException e) {
            problems.write(context, ProblemType.INTERNAL.status(), e);
        }
    }

    private void metrics(RoutingContext context) {
        context.response()
                .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .end(figures.text());
    }
}
