package ai.meddoc.coding;

import java.util.List;

/**
 * What coding a document gave.
 *
 * @param assignments the first-listed first, then by confidence; suggested ones last
 * @param rejected what was refused, in text order
 */
public record CodingResult(List<CodeAssignment> assignments, List<RejectedCode> rejected) {

    public static final CodingResult NOTHING = new CodingResult(List.of(), List.of());

    public CodingResult {
        assignments = List.copyOf(assignments);
        rejected = List.copyOf(rejected);
    }
}
