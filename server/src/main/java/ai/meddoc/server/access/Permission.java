package ai.meddoc.server.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do; the names on the wire are part of the API. */
public enum Permission {
    /** See documents, their results and their text. */
    READ,
    /** Take the original file away. */
    EXPORT,
    /** Upload, have it run on again, review. */
    WRITE,
    DELETE,
    /** Send a text to be classified, coded or summarised. */
    ANALYZE,
    /** Run the evaluation, which takes a whole core. */
    MEASURE,
    /** Make users and API keys. */
    ADMINISTER,
    /** See the audit trail. */
    AUDIT,
    /** Read the server's figures. */
    OBSERVE,
    /** See what Claude cost. */
    COSTS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Permission> fromWireName(String name) {
        return Arrays.stream(values())
                .filter(permission -> permission.wireName().equals(name))
                .findFirst();
    }
}
