package ai.meddoc.pdf;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs a task until the time is up. A parser that hangs cannot be stopped inside the process: its thread is left behind
 * as a daemon and ends when it next asks its {@link Budget}. Only a process that can be killed frees it for sure.
 */
final class Deadline {

    /** Deeply nested objects are parsed by recursion. */
    private static final long STACK = 4L * 1024 * 1024;
    /** The task asks the clock itself; this waits a little longer so that its own answer comes first. */
    private static final long GRACE_MILLIS = 500;

    private Deadline() {}

    /** @throws DocumentException LIMIT_EXCEEDED when time or memory ran out, DAMAGED when the parser failed */
    static <T> T run(Budget budget, Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "meddoc-extract", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return future.get(budget.limits().time().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Budget.outOfTime(budget.limits());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DocumentException(Reason.LIMIT_EXCEEDED, "Reading the document was interrupted.", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw failure(cause == null ? e : cause);
        } finally {
            budget.cancel();
        }
    }

    private static DocumentException failure(Throwable cause) {
        if (cause instanceof DocumentException known) {
            return known;
        }
        if (cause instanceof OutOfMemoryError) {
            return new DocumentException(Reason.LIMIT_EXCEEDED, "Reading the document needed too much memory.");
        }
        if (cause instanceof StackOverflowError) {
            return new DocumentException(Reason.DAMAGED, "The document nests its objects too deeply.");
        }
        // The cause's own message may quote the document.
        return new DocumentException(
                Reason.DAMAGED,
                "The document is damaged and cannot be read ("
                        + cause.getClass().getSimpleName() + ").");
    }
}
