package ai.meddoc.server.analyses;

import ai.meddoc.server.database.DatabaseException;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;

/** One listener's stream: the state at once, every change, a sign of life every 15 seconds, and the end. */
final class JobEvents {

    private static final int PAUSE_MILLIS = 250;
    private static final int PAUSES_TO_SIGN_OF_LIFE = 15_000 / PAUSE_MILLIS;

    private final JobRows rows;
    private final Sse sse;
    private final MultiEmitter<? super OutboundSseEvent> emitter;

    JobEvents(JobRows rows, Sse sse, MultiEmitter<? super OutboundSseEvent> emitter) {
        this.rows = rows;
        this.sse = sse;
        this.emitter = emitter;
    }

    void follow(JobJson first) {
        try {
            emit(first);
            JobJson last = first;
            for (int pauses = 1; !last.isOver() && !emitter.isCancelled(); pauses++) {
                Thread.sleep(PAUSE_MILLIS);
                Optional<JobJson> now = rows.find(last.id());
                if (now.isEmpty()) {
                    break;
                }
                if (!now.get().equals(last)) {
                    last = now.get();
                    emit(last);
                } else if (pauses % PAUSES_TO_SIGN_OF_LIFE == 0) {
                    emitter.emit(sse.newEventBuilder().comment("alive").build());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DatabaseException e) {
            // The stream ends; browsers connect again by themselves.
        } finally {
            emitter.complete();
        }
    }

    private void emit(JobJson job) {
        emitter.emit(sse.newEventBuilder()
                .name("state")
                .id(job.attempts() + "-" + job.state())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(JobJson.class, job)
                .build());
    }
}
