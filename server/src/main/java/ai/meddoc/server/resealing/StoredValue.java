package ai.meddoc.server.resealing;

import java.util.List;

/**
 * One value of a column as it is stored.
 *
 * @param key names its row
 * @param second the second part of that name, 0 if it has none
 */
record StoredValue(long key, long second, String tenant, List<String> identity, String stored) {

    /** It may be in clear. */
    @Override
    public String toString() {
        return "StoredValue[" + key + ", " + second + "]";
    }
}
