package ai.meddoc.server.access;

import ai.meddoc.server.audit.Actor;
import ai.meddoc.server.audit.AuditEntry;
import ai.meddoc.server.audit.AuditTrail;
import ai.meddoc.server.database.Database;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Breaking the glass: a person of the tenant who says why sees for a quarter of an hour what their role does not show, or
 * once with the header {@code Break-Glass}; never a program. Each thing seen is a row of the trail with the reason.
 * Thread-safe.
 */
@Singleton
public final class EmergencyAccess {

    private static final String HEADER = "Break-Glass";
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 500;

    private final EmergencyRows rows;
    private final AuditTrail trail;
    private final Database database;
    private final InstantSource clock;

    EmergencyAccess(EmergencyRows rows, AuditTrail trail, Database database, InstantSource clock) {
        this.rows = rows;
        this.trail = trail;
        this.database = database;
        this.clock = clock;
    }

    /** @param reason in the person's own words */
    public record Grant(String reason, Instant until) {

        /** Prints no words of people. */
        @Override
        public String toString() {
            return "Grant[" + until + "]";
        }
    }

    /** @throws ProblemException if it is no person who asks, or no reason that they give */
    Grant begin(Caller caller, @Nullable String reason, AuditEntry entry) {
        if (!isPerson(caller)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Only people who signed in have emergency access.");
        }
        if (reason == null || !isReason(reason)) {
            throw ProblemException.malformed("reason must say in " + LEAST_REASON + " to " + MOST_REASON
                    + " characters why this is an emergency.");
        }
        Grant grant = new Grant(reason.strip(), clock.instant().plus(LIFE));
        return trail.change(entry.because(grant.reason()).detail("until " + grant.until()), connection -> {
            rows.begin(connection, caller.credential(), grant, clock.millis());
            return grant;
        });
    }

    void end(Caller caller, AuditEntry entry) {
        trail.change(entry.detail("ended"), connection -> {
            rows.end(connection, caller.credential());
            return true;
        });
    }

    /** What is left of one that was begun. */
    Optional<Grant> begun(Caller caller) {
        return isPerson(caller)
                ? database.read(connection -> rows.find(connection, caller.credential(), clock.millis()))
                : Optional.empty();
    }

    /** Why this request is an emergency, if its sender said so with it or before. Asks the database. */
    public Optional<String> reason(HttpServerRequest request, Caller caller) {
        String given = request.getHeader(HEADER);
        if (given != null) {
            return isPerson(caller) && isReason(given) ? Optional.of(given.strip()) : Optional.empty();
        }
        return begun(caller).map(Grant::reason);
    }

    private static boolean isPerson(Caller caller) {
        return caller.actor().kind() == Actor.Kind.USER
                || (caller.actor().kind() == Actor.Kind.TOKEN && !caller.roles().isEmpty());
    }

    private static boolean isReason(String reason) {
        return reason.strip().length() >= LEAST_REASON
                && reason.length() <= MOST_REASON
                && reason.chars().noneMatch(Character::isISOControl);
    }
}
