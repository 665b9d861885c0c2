package ai.meddoc.server.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures the steps of the work on a document. Thread-safe. */
@Singleton
public final class Steps {

    private final Figures figures;
    private final Traces traces;

    Steps(Figures figures, Traces traces) {
        this.figures = figures;
        this.traces = traces;
    }

    /** Work that fails in its own way. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /**
     * All that is done for a job; steps inside belong to it.
     *
     * @param trace of the request that set it off
     */
    public <T, E extends Exception> T job(long id, @Nullable String trace, Work<T, E> work) throws E {
        return within(traces.job(id, trace), work);
    }

    /** One step, such as {@code extract}: a name of ours, never a value. */
    public <T, E extends Exception> T step(String name, Work<T, E> work) throws E {
        long start = System.nanoTime();
        try {
            return within(traces.step(name), work);
        } finally {
            figures.step(name, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static <T, E extends Exception> T within(Span span, Work<T, E> work) throws E {
        boolean done = false;
        try (Scope ignored = span.makeCurrent()) {
            T result = work.run();
            done = true;
            return result;
        } finally {
            // Without the exception: its message may quote a document.
            if (!done) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }
}
