package ai.meddoc.server.analyses;

import ai.meddoc.server.analyses.WorkRows.Work;
import ai.meddoc.server.blobs.BlobStore;
import ai.meddoc.server.settings.Bucket;
import ai.meddoc.server.settings.Settings;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Brings jobs to their end while somebody waits: for a process that is woken by messages and sleeps in between. Asking
 * again for what is done does nothing, so a message may come twice. Thread-safe.
 */
@Singleton
@Unremovable
public final class JobWork {

    private static final int AT_ONCE = 64;
    private static final Duration COMMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JobQueue queue;
    private final ClaimRows claims;
    private final WorkRows rows;
    private final BlobStore blobs;
    private final InstantSource clock;
    private final String prefix;

    JobWork(JobQueue queue, ClaimRows claims, WorkRows rows, BlobStore blobs, InstantSource clock, Settings settings) {
        this.queue = queue;
        this.claims = claims;
        this.rows = rows;
        this.blobs = blobs;
        this.clock = clock;
        Bucket bucket = settings.bucket();
        this.prefix = bucket == null ? "" : bucket.prefix();
    }

    /**
     * Does what is to be done with a stored file. A job that another process holds is waited for, and taken over when
     * its lease ends.
     *
     * @param object the file's name in the bucket
     * @return false if it is not over at that instant, or if nobody has entered the file yet
     * @throws IOException if the bucket is away
     * @throws IllegalArgumentException if it is no file of ours
     */
    public boolean finish(String object, Instant until) throws IOException, InterruptedException {
        String key = object.startsWith(prefix) ? object.substring(prefix.length()) : object;
        Instant entered = clock.instant().plus(COMMIT);
        while (true) {
            Optional<Work> work = rows.ofFile(key);
            Long job = work.map(Work::openJob).orElse(null);
            if (job == null && (work.isPresent() || isGone(key))) {
                return true;
            }
            Instant now = clock.instant();
            if (!now.isBefore(until) || (work.isEmpty() && !now.isBefore(entered))) {
                return false;
            }
            // A message for this one file came, so its turn is now.
            attempt(job == null ? null : new Waiting(job, "", Priority.INTERACTIVE, false), until);
        }
    }

    /** Does the jobs that nobody holds, in the order of their turns; those left at that instant wait for the next call. */
    public void finishWaiting(Instant until) throws InterruptedException {
        List<Waiting> free = new ArrayList<>(claims.free(clock.millis(), true, AT_ONCE));
        free.addAll(claims.free(clock.millis(), false, AT_ONCE));
        for (Waiting job : free) {
            if (!clock.instant().isBefore(until)) {
                return;
            }
            attempt(job, until);
        }
    }

    /** Undecided when another process holds the job, or when it waits for its next attempt: then one looks again. */
    private void attempt(@Nullable Waiting job, Instant until) throws InterruptedException {
        long millis = Math.max(1, Duration.between(clock.instant(), until).toMillis());
        try {
            if (job == null || queue.submit(job).get(millis, TimeUnit.MILLISECONDS) instanceof Outcome.Undecided) {
                Thread.sleep(PAUSE);
            }
        } catch (TimeoutException e) {
            // The caller's time is up; the lease sees to the job.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isGone(String key) throws IOException {
        try {
            blobs.open(key).close();
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }
}
