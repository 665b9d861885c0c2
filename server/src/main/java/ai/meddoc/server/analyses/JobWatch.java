package ai.meddoc.server.analyses;

import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.settings.Settings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Looks on while another process does a job, as long as an upload is worth waiting for. Thread-safe. */
@Singleton
final class JobWatch {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final JobRows rows;
    private final Duration patience;

    JobWatch(JobRows rows, Settings settings) {
        this.rows = rows;
        this.patience = settings.answerWithin();
    }

    /** Ends when the job is over or patience is; always undecided, since what became of it stands in the rows. */
    CompletableFuture<Outcome> of(long jobId) {
        CompletableFuture<Outcome> future = new CompletableFuture<>();
        Thread.ofVirtual().name("job-watch").start(() -> {
            try {
                await(jobId, System.nanoTime() + patience.toNanos());
            } finally {
                future.complete(new Outcome.Undecided());
            }
        });
        return future;
    }

    private void await(long jobId, long until) {
        try {
            while (System.nanoTime() < until
                    && rows.find(jobId).filter(job -> !job.isOver()).isPresent()) {
                Thread.sleep(PAUSE);
            }
        } catch (DatabaseException e) {
            // Whoever asks next is told that the database is away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
