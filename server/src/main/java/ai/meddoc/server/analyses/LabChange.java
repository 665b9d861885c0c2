package ai.meddoc.server.analyses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lab value that two runs do not give alike.
 *
 * @param change added, removed or changed
 * @param fields which members of a changed one differ
 * @param from null for an added one
 * @param to null for a removed one
 */
public record LabChange(
        String change,
        String name,
        List<String> fields,
        @Nullable LabResultJson from,
        @Nullable LabResultJson to) {

    /** Prints no value. */
    @Override
    public String toString() {
        return "LabChange[" + change + "]";
    }
}
