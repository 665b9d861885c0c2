package ai.meddoc.pdf.child;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.text.DocumentText;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One child process. Used by one thread at a time; whoever sees it fail kills it. */
final class ExtractionChild {

    /** What a child says first: from then on a failure is the document's and not the machine's. */
    static final int READY = 42;

    private static final Duration START = Duration.ofSeconds(30);
    /** The child watches the clock itself; this waits a little longer so that its own answer comes first. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int BUFFER = 64 * 1024;
    private static final int OUT_OF_MEMORY = 3;
    /** No secret of the server is any business of a parser. */
    private static final List<String> KEPT = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");

    private final Process process;
    private final Duration processorTime;
    private final ProcessorLimit processor;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private int documents;

    private ExtractionChild(Process process, Duration processorTime) {
        this.process = process;
        this.processorTime = processorTime;
        this.processor = ProcessorLimit.of(process, processorTime);
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), BUFFER));
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream(), BUFFER));
    }

    /** @throws IOException if no child comes up */
    static ExtractionChild start(ChildSettings settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(settings.command()).redirectError(Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(KEPT);
        // The recogniser would otherwise take every core.
        environment.put("OMP_THREAD_LIMIT", "1");
        ExtractionChild child = new ExtractionChild(builder.start(), settings.processorTime());
        Alarm alarm = child.alarm(START);
        try {
            if (child.replies.read() != READY) {
                throw new IOException("the process ended with " + child.kill());
            }
            return child;
        } finally {
            alarm.off();
        }
    }

    private Alarm alarm(Duration after) {
        return Alarm.set(after, process::destroyForcibly);
    }

    long pid() {
        return process.pid();
    }

    int documents() {
        return documents;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * @throws DocumentException what the child says of the document, LIMIT_EXCEEDED when it had to be killed or ran out of
     *     memory, DAMAGED when it crashed over it
     */
    DocumentText extract(byte[] bytes, ExtractionLimits limits) {
        documents++;
        Alarm alarm = alarm(limits.time().plus(GRACE));
        processor.on();
        try {
            new Request(bytes, limits).write(requests);
            requests.flush();
            return switch (Reply.read(replies)) {
                case Reply.Read read -> read.text();
                case Reply.Refused refused -> throw refused(refused);
            };
        } catch (IOException e) {
            throw ended(alarm.rang(), limits);
        } finally {
            alarm.off();
            processor.off();
        }
    }

    private DocumentException refused(Reply.Refused refused) {
        if (refused.reason() == Reason.LIMIT_EXCEEDED) {
            // It may still be at it in a thread that nothing stops, and would use the next document's time.
            process.destroyForcibly();
            kill();
        }
        return new DocumentException(refused.reason(), refused.message());
    }

    private DocumentException ended(boolean outOfTime, ExtractionLimits limits) {
        int code = kill();
        if (outOfTime) {
            return new DocumentException(
                    Reason.LIMIT_EXCEEDED,
                    "Reading the document took longer than " + limits.time().toSeconds() + " s, the limit.");
        }
        if (processor.ended(code)) {
            return new DocumentException(
                    Reason.LIMIT_EXCEEDED,
                    "Reading the document took more than " + processorTime.toSeconds()
                            + " s of processor time, the limit.");
        }
        if (code == OUT_OF_MEMORY) {
            return new DocumentException(Reason.LIMIT_EXCEEDED, "Reading the document needed too much memory.");
        }
        return new DocumentException(Reason.DAMAGED, "The document is damaged: its reader broke down over it.");
    }

    /** Ends the process at once and waits until it is gone. */
    int kill() {
        boolean ended = !process.isAlive();
        try {
            if (!ended && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Lets the process end by itself: it does when its standard input is closed. */
    void close() {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }
}
