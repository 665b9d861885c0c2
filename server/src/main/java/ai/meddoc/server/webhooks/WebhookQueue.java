package ai.meddoc.server.webhooks;

import ai.meddoc.server.database.DatabaseException;
import ai.meddoc.server.problems.Incident;
import ai.meddoc.server.settings.Settings;
import ai.meddoc.server.settings.WebhookSettings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells receivers what the rows say, until they have heard it: after 5, 10, 20 ... seconds, at most an hour, for twenty
 * attempts, which is half a day. A server that dies meanwhile leaves the row to another, so a receiver may hear a thing twice. Thread-safe.
 */
@Singleton
final class WebhookQueue {

    private static final Logger LOG = Logger.getLogger("meddoc.webhooks");
    private static final int AT_ONCE = 8;
    private static final int MAX_ATTEMPTS = 20;
    private static final long LEASE_MILLIS = 60_000;
    private static final long FIRST_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_PAUSE_MILLIS = 3_600_000;

    private final WebhookRows rows;
    private final InstantSource clock;
    private final @Nullable Sender sender;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());

    WebhookQueue(WebhookRows rows, Settings settings, InstantSource clock) {
        WebhookSettings webhooks = settings.webhooks();
        this.rows = rows;
        this.clock = clock;
        this.sender = webhooks.urls().isEmpty()
                ? null
                : new Sender(new Signature(webhooks.secret().orElseThrow()), new Receivers(webhooks.reach()));
    }

    void start(@Observes StartupEvent event) {
        if (sender != null) {
            ticker.scheduleWithFixedDelay(this::tick, 1_000, 500, TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.shutdownNow();
        if (sender != null) {
            sender.close();
        }
    }

    private void tick() {
        try {
            for (long id : rows.due(clock.millis(), AT_ONCE)) {
                if (free.tryAcquire()) {
                    Thread.ofVirtual().name("webhook").start(() -> guarded(id));
                }
            }
        } catch (DatabaseException e) {
            LOG.warnf("webhooks wait: the database is away (%s)", e.reason());
        } catch (RuntimeException e) {
            LOG.error(Incident.describe(e));
        }
    }

    private void guarded(long id) {
        try {
            deliver(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn(Incident.describe(e));
        } finally {
            free.release();
        }
    }

    private void deliver(long id) throws InterruptedException {
        long now = clock.millis();
        Delivery delivery = rows.take(id, now, now + LEASE_MILLIS).orElse(null);
        if (delivery == null || sender == null) {
            return;
        }
        OptionalInt answer = sender.send(delivery, clock.instant());
        Integer status = answer.isPresent() ? answer.getAsInt() : null;
        if (status != null && status >= 200 && status < 300) {
            rows.delivered(id, status, clock.millis());
        } else if (delivery.attempts() >= MAX_ATTEMPTS) {
            rows.failed(id, status, clock.millis());
        } else {
            rows.later(id, status, clock.millis() + pause(delivery.attempts()));
        }
    }

    /** Spread by a fifth, so that receivers that were away are not all asked at once. */
    private static long pause(int attempts) {
        long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << (attempts - 1));
        return pause + ThreadLocalRandom.current().nextLong(pause / 5);
    }
}
