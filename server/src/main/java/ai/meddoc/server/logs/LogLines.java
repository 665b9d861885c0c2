package ai.meddoc.server.logs;

import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.TelemetrySettings.LogFormat;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.LogContext;

/** Gives every handler our lines, before anything else that starts has something to say. */
@Singleton
final class LogLines {

    private final boolean json;

    LogLines(Settings settings) {
        LogFormat format = settings.telemetry().logFormat();
        this.json = format == LogFormat.JSON || (format == LogFormat.AUTO && !isTerminal());
    }

    void install(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        for (Handler handler : LogContext.getLogContext().getLogger("").getHandlers()) {
            install(handler);
        }
    }

    private void install(Handler handler) {
        handler.setFormatter(json ? new JsonLine() : new TextLine());
        if (handler instanceof ExtHandler outer) {
            for (Handler inner : outer.getHandlers()) {
                install(inner);
            }
        }
    }

    private static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }
}
