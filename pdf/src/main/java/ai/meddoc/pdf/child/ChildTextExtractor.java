package ai.meddoc.pdf.child;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.engine.EngineException;
import ai.meddoc.extract.ContentKind;
import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.text.DocumentText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads PDF and scans in child processes that can be killed. Thread-safe; a call beyond the number of children waits for
 * its turn. A child that failed is replaced; the document that broke it is answered, never tried again.
 */
public final class ChildTextExtractor implements TextExtractor, AutoCloseable {

    private static final Set<ContentKind> READ =
            Set.of(ContentKind.PDF, ContentKind.PNG, ContentKind.JPEG, ContentKind.TIFF);

    private final ChildSettings settings;
    private final ExtractionLimits limits;
    private final Semaphore turns;
    private final Deque<ExtractionChild> idle = new ArrayDeque<>();
    private final AtomicLong lost = new AtomicLong();
    private boolean closed;

    public ChildTextExtractor(ChildSettings settings, ExtractionLimits limits) {
        this.settings = Objects.requireNonNull(settings);
        this.limits = Objects.requireNonNull(limits);
        this.turns = new Semaphore(settings.children(), true);
    }

    /**
     * Starts one child so that the first document need not wait for it.
     *
     * @throws EngineException if this machine cannot start one
     */
    public void warmUp() {
        giveBack(start());
    }

    @Override
    public boolean accepts(Document document) {
        return READ.contains(ContentKind.of(document.bytes()));
    }

    /**
     * @throws DocumentException with any of its reasons; the caller is held no longer than the limit of time and its turn
     * @throws EngineException if this machine cannot start a process
     */
    @Override
    public DocumentText extract(Document document) {
        if (!accepts(document)) {
            throw new DocumentException(Reason.UNSUPPORTED, "The file is neither PDF nor a scan.");
        }
        // What is too large is not sent at all.
        if (document.bytes().length > limits.bytes()) {
            throw new DocumentException(
                    Reason.TOO_LARGE,
                    "The file has " + document.bytes().length + " bytes; the limit is " + limits.bytes() + ".");
        }
        turns.acquireUninterruptibly();
        try {
            return read(document.bytes());
        } finally {
            turns.release();
        }
    }

    private DocumentText read(byte[] bytes) {
        ExtractionChild child = takeOrStart();
        try {
            return child.extract(bytes, limits);
        } finally {
            giveBack(child);
        }
    }

    private ExtractionChild takeOrStart() {
        ExtractionChild child = take();
        return child == null ? start() : child;
    }

    private synchronized @Nullable ExtractionChild take() {
        ExtractionChild child = idle.poll();
        while (child != null && !child.isAlive()) {
            child = idle.poll();
        }
        return child;
    }

    private ExtractionChild start() {
        try {
            return ExtractionChild.start(settings);
        } catch (IOException e) {
            throw new EngineException(
                    EngineException.Reason.UNAVAILABLE, true, "No process for reading documents could be started.");
        }
    }

    private synchronized void giveBack(ExtractionChild child) {
        if (closed || child.documents() >= settings.documents()) {
            child.close();
        } else if (child.isAlive()) {
            idle.push(child);
        } else {
            lost.incrementAndGet();
        }
    }

    /** How many children died of a document or had to be killed for it, since the start. */
    public long lost() {
        return lost.get();
    }

    /** Process ids of the children that wait for work. */
    synchronized long[] idlePids() {
        return idle.stream().mapToLong(ExtractionChild::pid).toArray();
    }

    /** Ends the children; those at work end after their document. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(ExtractionChild::close);
        idle.clear();
    }
}
