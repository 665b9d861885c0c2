package ai.meddoc.server.access;

import ai.meddoc.server.settings.Settings;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often one address, one caller may ask, and one address may try to sign in. Each process counts for itself. Where
 * nobody signs in there is nobody to protect from others, and nothing is counted. Thread-safe.
 */
@Singleton
public final class RateLimits {

    /** An address may be that of a hospital's proxy. */
    private static final int CALLERS_BEHIND_ADDRESS = 10;

    /** Passwords are typed by people. */
    private static final int REQUESTS_PER_SIGN_IN = 10;

    private static final int REMEMBERED = 20_000;

    private final boolean counts;
    private final Buckets addresses;
    private final Buckets callers;
    private final Buckets signIns;

    RateLimits(Settings settings) {
        this.counts = settings.access().signIn();
        int perMinute = settings.access().requestsPerMinute();
        this.addresses = new Buckets(perMinute * CALLERS_BEHIND_ADDRESS);
        this.callers = new Buckets(perMinute);
        this.signIns = new Buckets(Math.max(1, perMinute / REQUESTS_PER_SIGN_IN));
    }

    /** @return the seconds to wait; 0 to go on */
    public long ofAddress(String address) {
        return counts ? addresses.take(address) : 0;
    }

    /** As {@link #ofAddress}. */
    public long ofCaller(Caller caller) {
        return counts
                ? callers.take(caller.actor().kind() + "|" + caller.tenant() + "|"
                        + caller.actor().name())
                : 0;
    }

    /** As {@link #ofAddress}: guessing passwords is slow for everybody behind one address. */
    public long ofSignIn(String address) {
        return signIns.take(address);
    }

    /** The least recently seen are forgotten first. */
    private static final class Buckets {

        private final int perMinute;
        private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > REMEMBERED;
            }
        };

        Buckets(int perMinute) {
            this.perMinute = perMinute;
        }

        long take(String whose) {
            ConsumptionProbe probe = bucket(whose).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? 0
                    : Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        }

        private synchronized Bucket bucket(String whose) {
            return buckets.computeIfAbsent(
                    whose,
                    name -> Bucket.builder()
                            .addLimit(Bandwidth.builder()
                                    .capacity(perMinute)
                                    .refillGreedy(perMinute, Duration.ofMinutes(1))
                                    .build())
                            .build());
        }
    }
}
