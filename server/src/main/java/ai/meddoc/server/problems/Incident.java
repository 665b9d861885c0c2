package ai.meddoc.server.problems;

import org.jspecify.annotations.Nullable;

/** An exception for the log: classes and places. Messages may quote a document, so they stay out. */
public final class Incident {

    private static final int FRAMES = 6;

    private Incident() {}

    public static String describe(Throwable thrown) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (@Nullable Throwable t = thrown; t != null && depth < 4; t = t.getCause(), depth++) {
            out.append(depth == 0 ? "" : " caused by ").append(t.getClass().getName());
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                out.append(i == 0 ? " at " : " < ")
                        .append(frames[i].getClassName())
                        .append('.')
                        .append(frames[i].getMethodName())
                        .append(':')
                        .append(frames[i].getLineNumber());
            }
        }
        return out.toString();
    }
}
