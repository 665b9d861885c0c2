package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;
import java.util.Comparator;

/**
 * A code on its way into the list, with what decides its place there: what kind it is, where the provider's assessment
 * names it, then the course of a stay, then what stands elsewhere; codes of one phrase in the order of the tabular list.
 *
 * @param place UTF-16 offset of the first such place, the better kinds of place below the others
 */
record Listed(CodeAssignment assignment, int rank, int place) {

    static final Comparator<Listed> ORDER = Comparator.comparingInt(Listed::rank)
            .thenComparingInt(Listed::place)
            .thenComparing(listed -> listed.assignment().code().code());

    /** Larger than the offset of any place in an assessment. */
    private static final int COURSE = 1 << 28;

    private static final int ELSEWHERE = 1 << 30;

    static Listed of(CodeAssignment assignment, Draft draft, ListingRanks ranks) {
        int place = draft.mentions().stream().mapToInt(Listed::place).min().orElse(Integer.MAX_VALUE);
        return new Listed(assignment, ranks.of(draft), place);
    }

    /** What the values of a laboratory suggest. */
    static Listed suggested(CodeAssignment assignment) {
        return new Listed(assignment, ListingRanks.SUGGESTED, 0);
    }

    private static int place(CodedMention m) {
        return m.mention().span().start() + before(m);
    }

    private static int before(CodedMention m) {
        if (m.problemLine() || Features.isAssessed(m.section())) {
            return 0;
        }
        return m.section() == SectionKind.HOSPITAL_COURSE ? COURSE : ELSEWHERE;
    }

    @Override
    public String toString() {
        return "Listed[" + assignment.code().code() + "]";
    }
}
