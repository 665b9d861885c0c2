package ai.meddoc.server.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.PriorityBlockingQueue;
import org.junit.jupiter.api.Test;

final class TurnsTest {

    private final Turns turns = new Turns();
    private final PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();
    private final List<Long> done = new ArrayList<>();

    private void add(long id, String tenant, Priority priority) {
        queue.add(turns.next(new Waiting(id, tenant, priority, true), () -> done.add(id)));
    }

    private void work(int jobs) {
        for (int i = 0; i < jobs; i++) {
            queue.remove().run();
        }
    }

    @Test
    void keepsTheOrderOfOneTenant() {
        for (long id = 1; id <= 5; id++) {
            add(id, "one", Priority.BULK);
        }
        work(5);
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void letsWhoWaitsPassABacklogOfBulk() {
        for (long id = 1; id <= 100; id++) {
            add(id, "one", Priority.BULK);
        }
        work(10);
        add(1_000, "one", Priority.INTERACTIVE);
        work(1);
        assertThat(done.getLast()).isEqualTo(1_000L);
    }

    @Test
    void letsATenantPassTheFloodOfAnother() {
        for (long id = 1; id <= 100; id++) {
            add(id, "one", Priority.INTERACTIVE);
        }
        work(10);
        add(1_000, "two", Priority.INTERACTIVE);
        work(2);
        assertThat(done).contains(1_000L);
    }

    @Test
    void letsBulkMoveWhileOthersWait() {
        add(1, "one", Priority.BULK);
        for (long id = 2; id <= 100; id++) {
            add(id, "one", Priority.INTERACTIVE);
        }
        work(10);
        assertThat(done).contains(1L);
    }
}
