package ai.meddoc.server.analyses;

import java.util.Locale;

/** What becomes of a job where Claude is away and the local engine answers for it. */
enum Upgrade {
    /** The local answer stands, unless the server's setting says otherwise. */
    NO,
    /** Another job asks Claude again when it is back. */
    WANTED,
    /** The job is that other one: it stores Claude's answer or nothing. */
    REDO;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Upgrade of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
