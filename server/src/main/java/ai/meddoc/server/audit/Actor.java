package ai.meddoc.server.audit;

import io.vertx.ext.web.RoutingContext;

/**
 * Who acts.
 *
 * @param tenant whose documents they can see; empty for somebody unknown
 * @param name a user's name, an API key's number, or the subject of a token
 */
public record Actor(String tenant, String name, Kind kind) {

    /** How they were recognised. */
    public enum Kind {
        /** Whoever sits at this machine, where nobody signs in. */
        LOCAL,
        USER,
        API_KEY,
        TOKEN,
        /** The server itself: a job, the retention policy. */
        SYSTEM,
        UNKNOWN
    }

    public static final Actor UNKNOWN = new Actor("", "", Kind.UNKNOWN);

    private static final String KEY = "actor";

    /** Remembers who makes a request. */
    public void put(RoutingContext context) {
        context.put(KEY, this);
    }

    public static Actor of(RoutingContext context) {
        Actor actor = context.get(KEY);
        return actor == null ? UNKNOWN : actor;
    }
}
