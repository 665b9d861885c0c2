package ai.meddoc.server.problems;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a form could not be read. The framework throws bare exceptions for it, so the place decides. */
final class BrokenForm {

    private static final String PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";
    private static final int FRAMES = 12;

    private BrokenForm() {}

    static boolean is(@Nullable Throwable thrown) {
        return thrown != null
                && !(thrown instanceof FileSystemException)
                && (thrown instanceof IOException || thrown instanceof RuntimeException)
                && Arrays.stream(thrown.getStackTrace())
                        .limit(FRAMES)
                        .anyMatch(frame -> frame.getClassName().startsWith(PARSER));
    }
}
