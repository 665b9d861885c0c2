package ai.meddoc.lab;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that the head of a result table names. Immutable. */
final class TableHead {

    /** What a column holds. */
    enum Role {
        NAME,
        VALUE,
        UNIT,
        RANGE,
        FLAG,
        OTHER,
        UNKNOWN
    }

    private static final Map<String, Role> WORDS = words();

    private final Role[] roles;
    private final int[] from;
    private final int[] to;
    private final boolean ruled;

    private TableHead(Role[] roles, LineCells cells, int lineStart) {
        this.roles = roles;
        this.ruled = cells.isRuled();
        this.from = new int[roles.length];
        this.to = new int[roles.length];
        for (int i = 0; i < roles.length; i++) {
            from[i] = cells.start(i) - lineStart;
            to[i] = cells.end(i) - lineStart;
        }
    }

    private static Map<String, Role> words() {
        Map<String, Role> words = new HashMap<>();
        for (List<String> row : RuleFile.rows(TableHead.class, "headers.tsv", 2)) {
            words.put(row.get(0), Role.valueOf(row.get(1)));
        }
        return words;
    }

    /** The head that a line is, or null when it is none: at least two known columns, one of results or ranges. */
    static @Nullable TableHead of(CharSequence text, LineCells cells, int lineStart) {
        if (cells.count() < 2) {
            return null;
        }
        Role[] roles = new Role[cells.count()];
        int known = 0;
        boolean results = false;
        int dates = 0;
        long latest = -1;
        int latestColumn = -1;
        for (int i = 0; i < roles.length; i++) {
            roles[i] = role(text, cells.start(i), cells.end(i));
            known += roles[i] == Role.UNKNOWN ? 0 : 1;
            results |= roles[i] == Role.VALUE || roles[i] == Role.RANGE;
            long date = roles[i] == Role.UNKNOWN ? DateCell.day(text, cells.start(i), cells.end(i)) : -1;
            if (date > 0) {
                dates++;
                roles[i] = Role.OTHER;
                latestColumn = date > latest ? i : latestColumn;
                latest = Math.max(date, latest);
            }
        }
        boolean named =
                latestColumn >= 0 && roles[0] == Role.NAME || dates >= 2 && known >= 1 && dates + known == roles.length;
        if (named && !has(roles, Role.VALUE)) {
            roles[latestColumn] = Role.VALUE;
            return new TableHead(roles, cells, lineStart);
        }
        return known >= 2 && results ? new TableHead(roles, cells, lineStart) : null;
    }

    private static boolean has(Role[] roles, Role wanted) {
        for (Role role : roles) {
            if (role == wanted) {
                return true;
            }
        }
        return false;
    }

    private static Role role(CharSequence text, int from, int to) {
        return to - from > 40 || to <= from
                ? Role.UNKNOWN
                : WORDS.getOrDefault(Scan.words(text, from, to), Role.UNKNOWN);
    }

    /** What a cell of a row below holds: by its place in ruled tables, else by the column it stands under. */
    Role role(LineCells cells, int cell, int lineStart) {
        if (ruled && cells.isRuled()) {
            return cell < roles.length ? roles[cell] : Role.UNKNOWN;
        }
        int start = cells.start(cell) - lineStart;
        int end = cells.end(cell) - lineStart;
        for (int i = 0; i < roles.length; i++) {
            if (start < to[i] && from[i] < end) {
                return roles[i];
            }
        }
        return Role.UNKNOWN;
    }

    boolean isRuled() {
        return ruled;
    }
}
