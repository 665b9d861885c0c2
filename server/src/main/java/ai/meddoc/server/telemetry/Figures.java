package ai.meddoc.server.telemetry;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Every figure under its name; docs/operations.md lists them. Labels take values from short lists alone, so that neither
 * their number grows nor anything of a document gets into one. Thread-safe.
 */
@Singleton
public final class Figures {

    private static final Duration[] ANSWERS = seconds(0.005, 0.02, 0.1, 0.2, 0.5, 1, 5, 30);
    private static final Duration[] STEPS = seconds(0.01, 0.05, 0.2, 1, 5, 30);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    Figures() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private static Duration[] seconds(double... values) {
        Duration[] all = new Duration[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = Duration.ofMillis(Math.round(values[i] * 1_000));
        }
        return all;
    }

    /** For what measures itself. */
    public MeterRegistry registry() {
        return registry;
    }

    /** As Prometheus reads them. */
    public String text() {
        return registry.scrape();
    }

    /** A figure that is looked up whenever it is asked for; it must be at hand. */
    public void watch(String name, String meaning, Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).register(registry);
    }

    /** @param route with placeholders, never an address as it was sent */
    public void answered(String method, String route, int status, Duration took) {
        Timer.builder("meddoc.http.requests")
                .description("Answers by route")
                .tags("method", method, "route", route, "status", String.valueOf(status))
                .serviceLevelObjectives(ANSWERS)
                .register(registry)
                .record(took);
    }

    public void uploaded(long bytes) {
        DistributionSummary.builder("meddoc.upload.bytes")
                .description("Files kept")
                .register(registry)
                .record(bytes);
    }

    /** @param outcome {@code done}, {@code failed} or {@code again} */
    public void jobEnded(String outcome) {
        registry.counter("meddoc.jobs.ended", "outcome", outcome).increment();
    }

    void step(String name, Duration took) {
        Timer.builder("meddoc.step")
                .description("Steps of the work on a document")
                .tag("step", name)
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /** A call to Claude that was billed. */
    public void claudeAnswered(long microDollars) {
        registry.counter("meddoc.claude.calls").increment();
        registry.counter("meddoc.claude.cost.dollars").increment(microDollars / 1e6);
    }

    void claudeFailed() {
        registry.counter("meddoc.claude.errors").increment();
    }

    @PreDestroy
    void close() {
        collections.close();
        registry.close();
    }
}
