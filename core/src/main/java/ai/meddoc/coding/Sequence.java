package ai.meddoc.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which codes are listed: first the reason for the encounter, external causes and statuses later, suggested
 * codes last (Official Guidelines II, IV.G, I.C.20).
 */
final class Sequence {

    private Sequence() {}

    static List<CodeAssignment> order(List<CodeAssignment> assignments) {
        List<CodeAssignment> ordered = new ArrayList<>(assignments);
        ordered.sort(Comparator.comparingInt(Sequence::rank)
                .thenComparing(
                        Comparator.comparingDouble(CodeAssignment::confidence).reversed()));
        if (!ordered.isEmpty() && ordered.get(0).status() == CodeAssignment.Status.REPORTED) {
            ordered.set(0, ordered.get(0).asFirstListed());
        }
        return ordered;
    }

    private static int rank(CodeAssignment assignment) {
        if (assignment.status() == CodeAssignment.Status.SUGGESTED) {
            return 4;
        }
        char chapter = assignment.code().code().charAt(0);
        return switch (chapter) {
            case 'V', 'W', 'X', 'Y' -> 3;
            case 'Z' -> 2;
            case 'R' -> 1;
            default -> 0;
        };
    }
}
