package ai.meddoc.server.problems;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Whether writing failed for lack of space. */
final class StorageFull {

    private StorageFull() {}

    static boolean is(@Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (t instanceof IOException
                    && message != null
                    && (message.contains("No space left") || message.contains("quota exceeded"))) {
                return true;
            }
        }
        return false;
    }
}
