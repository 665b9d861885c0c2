package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which codes are listed before others whatever the assessment names first: encounters that may only be listed first,
 * pregnancy before other chapters, statuses and external causes after the problems. Immutable; thread-safe.
 */
final class ListingRanks {

    /** What a provider still has to confirm stands last. */
    static final int SUGGESTED = Integer.MAX_VALUE;

    /** A problem, as most codes are. */
    private static final int PROBLEM = 5;

    private final List<Row> rows;

    /** @param asReason the rank where the text tells it as the reason for the encounter */
    private record Row(int rank, int asReason, Pattern codes) {}

    private ListingRanks(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    static ListingRanks load() {
        List<Row> rows = new ArrayList<>();
        for (List<String> row : RuleFile.rows(ListingRanks.class, "listing-ranks.tsv", 4)) {
            rows.add(new Row(Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)), Pattern.compile(row.get(2))));
        }
        return new ListingRanks(rows);
    }

    /** By the first row that has the code; lower ranks are listed before higher ones. */
    int of(Draft draft) {
        for (Row row : rows) {
            if (row.codes().matcher(draft.code()).lookingAt()) {
                return row.asReason() < row.rank() && isReason(draft) ? row.asReason() : row.rank();
            }
        }
        return PROBLEM;
    }

    /** A title, too, tells why somebody came. */
    private static boolean isReason(Draft draft) {
        return draft.mentions().stream().map(CodedMention::section).anyMatch(ListingRanks::isReason);
    }

    private static boolean isReason(SectionKind section) {
        return switch (section) {
            case CHIEF_COMPLAINT, INDICATION, PREOPERATIVE_DIAGNOSIS, PROCEDURE, HEADER, UNKNOWN -> true;
            default -> false;
        };
    }
}
