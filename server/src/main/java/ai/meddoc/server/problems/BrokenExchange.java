package ai.meddoc.server.problems;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is the caller's doing that a request could not be read or an answer not be sent: a form that is none, a body
 * that ended too soon, a connection that was cut. The framework throws bare exceptions for it, so the place decides.
 */
final class BrokenExchange {

    private static final List<String> PLACES = List.of(
            "org.jboss.resteasy.reactive.server.core.multipart.",
            "org.jboss.resteasy.reactive.server.vertx.VertxInputStream",
            "io.quarkus.vertx.utils.VertxOutputStream");
    private static final int FRAMES = 12;

    private BrokenExchange() {}

    static boolean is(@Nullable Throwable thrown) {
        return thrown != null
                && !(thrown instanceof FileSystemException)
                && (thrown instanceof IOException || thrown instanceof RuntimeException)
                && Arrays.stream(thrown.getStackTrace())
                        .limit(FRAMES)
                        .anyMatch(frame -> PLACES.stream().anyMatch(frame.getClassName()::startsWith));
    }
}
