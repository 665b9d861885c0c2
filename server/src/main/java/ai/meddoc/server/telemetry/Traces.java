package ai.meddoc.server.telemetry;

import ai.meddoc.server.settings.Settings;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spans of requests and of the work on documents, sent to a collector where OTEL_EXPORTER_OTLP_ENDPOINT names one. They
 * carry routes with placeholders, numbers and kinds: instrumentation that others wrote would send addresses with what
 * people searched for. Thread-safe.
 */
@Singleton
public final class Traces {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final AttributeKey<Long> JOB = AttributeKey.longKey("meddoc.job.id");
    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("meddoc.request.id");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final String TRACE = "traceparent";
    private static final TextMapGetter<HttpServerRequest> HEADERS =
            new TraceAlone<>(request -> request.getHeader(TRACE));
    private static final TextMapGetter<String> WRITTEN = new TraceAlone<>(written -> written);

    private final @Nullable OpenTelemetrySdk sdk;
    private final Tracer tracer;

    Traces(Settings settings) {
        Optional<URI> collector = settings.telemetry().collector();
        this.sdk = collector.isEmpty() ? null : sdk(collector.get());
        this.tracer = (sdk == null ? OpenTelemetry.noop() : sdk).getTracer("ai.meddoc.server");
    }

    private static OpenTelemetrySdk sdk(URI collector) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector + "/v1/traces")
                .setTimeout(PATIENCE)
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "meddoc")))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(provider).build();
    }

    /** Begins the span of a request; a caller's own trace goes on in it. */
    public Span request(HttpServerRequest request, String requestId) {
        Context caller = sdk == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        return tracer.spanBuilder("request")
                .setSpanKind(SpanKind.SERVER)
                .setParent(caller)
                .setAttribute(REQUEST, requestId)
                .startSpan();
    }

    /** Ends it. */
    public static void answered(Span span, String method, String route, int status) {
        span.updateName(method + " " + route);
        span.setAttribute(METHOD, method);
        span.setAttribute(ROUTE, route);
        span.setAttribute(STATUS, (long) status);
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** A span as W3C writes it, to go on from elsewhere or later; null where nobody collects. */
    public static @Nullable String written(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /** Begins the span of a job, over its steps, in the trace of the request that set it off, whenever that was. */
    Span job(long id, @Nullable String trace) {
        Context request = trace == null
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), trace, WRITTEN);
        return tracer.spanBuilder("job")
                .setParent(request)
                .setAttribute(JOB, id)
                .startSpan();
    }

    Span step(String name) {
        return tracer.spanBuilder(name).startSpan();
    }

    @PreDestroy
    void close() {
        if (sdk != null) {
            sdk.close();
        }
    }

    /** The trace's id alone: a caller's {@code tracestate} may say anything, and would be sent on. */
    private record TraceAlone<C>(Function<C, @Nullable String> reader) implements TextMapGetter<C> {

        @Override
        public Iterable<String> keys(C carrier) {
            return List.of(TRACE);
        }

        @Override
        public @Nullable String get(@Nullable C carrier, String name) {
            return name.equals(TRACE) && carrier != null ? reader.apply(carrier) : null;
        }
    }
}
