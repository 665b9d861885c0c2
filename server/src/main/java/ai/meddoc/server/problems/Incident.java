package ai.meddoc.server.problems;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exception for the log: classes and places. Messages may quote a document, so they stay out. */
public final class Incident {

    private static final int FRAMES = 6;
    private static final String OURS = "ai.meddoc.";

    private Incident() {}

    public static String describe(Throwable thrown) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (@Nullable Throwable t = thrown; t != null && depth < 4; t = t.getCause(), depth++) {
            out.append(depth == 0 ? "" : " caused by ").append(t.getClass().getName());
            String at = " at ";
            for (StackTraceElement frame : frames(t)) {
                out.append(at)
                        .append(frame.getClassName())
                        .append('.')
                        .append(frame.getMethodName())
                        .append(':')
                        .append(frame.getLineNumber());
                at = " < ";
            }
        }
        return out.toString();
    }

    /** Where it was thrown, and how our own code came there. */
    private static List<StackTraceElement> frames(Throwable t) {
        StackTraceElement[] all = t.getStackTrace();
        Stream<StackTraceElement> ours =
                Arrays.stream(all).skip(1).filter(frame -> frame.getClassName().startsWith(OURS));
        return Stream.concat(Arrays.stream(all).limit(1), ours).limit(FRAMES).toList();
    }
}
