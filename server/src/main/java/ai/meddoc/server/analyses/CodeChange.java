package ai.meddoc.server.analyses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code that two runs do not give alike.
 *
 * @param change added, removed or changed
 * @param fields which members of a changed one differ
 * @param from null for an added one
 * @param to null for a removed one
 */
public record CodeChange(
        String change,
        String code,
        List<String> fields,
        @Nullable CodeJson from,
        @Nullable CodeJson to) {}
