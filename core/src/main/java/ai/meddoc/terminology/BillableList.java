package ai.meddoc.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which codes a release has and which of them are billable, from the official order file
 * ({@code icd10cm_order_YYYY.txt}: number, code, flag in fixed columns) or from a plain list of codes, one a line, of
 * which the leaves are billable; chapters and blocks among its lines are passed over.
 */
final class BillableList {
    private static final int CODE_START = 6;
    private static final int FLAG = 14;

    /** Keys ({@link CodeKey}) to whether they are billable. */
    final TreeMap<Long, Boolean> codes;

    final String file;
    private final Map<Long, Integer> lines;

    private BillableList(String file, TreeMap<Long, Boolean> codes, Map<Long, Integer> lines) {
        this.file = file;
        this.codes = codes;
        this.lines = lines;
    }

    /** Where the code stands in the file. */
    int line(long key) {
        return lines.getOrDefault(key, 0);
    }

    static BillableList read(Reader reader, String file) throws IOException {
        TreeMap<Long, Boolean> flagged = new TreeMap<>();
        TreeMap<Long, Integer> lines = new TreeMap<>();
        SortedSet<Long> plain = new TreeSet<>();
        BufferedReader in = new BufferedReader(reader);
        int number = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            long key = isOrderLine(line)
                    ? orderLine(line, file, number, flagged)
                    : plainLine(line.strip(), file, number, plain);
            lines.putIfAbsent(key, number);
        }
        if (flagged.isEmpty() == plain.isEmpty()) {
            throw new ReleaseFormatException(
                    file, plain.isEmpty() ? "no code was found" : "order lines and plain codes are mixed");
        }
        return new BillableList(file, flagged.isEmpty() ? withLeaves(plain) : flagged, lines);
    }

    private static boolean isOrderLine(String line) {
        return line.length() > FLAG
                && Character.isDigit(line.charAt(0))
                && line.charAt(CODE_START - 1) == ' '
                && line.charAt(FLAG - 1) == ' ';
    }

    private static long orderLine(String line, String file, int number, Map<Long, Boolean> into) {
        long key = CodeKey.of(line.substring(CODE_START, FLAG - 1).strip());
        char flag = line.charAt(FLAG);
        if (key == CodeKey.NONE || flag != '0' && flag != '1') {
            throw new ReleaseFormatException(file, number, "a code and the flag 0 or 1 are expected");
        }
        into.put(key, flag == '1');
        return key;
    }

    private static long plainLine(String line, String file, int number, SortedSet<Long> into) {
        if (line.chars().allMatch(Character::isDigit) || line.indexOf('-') > 0) {
            return CodeKey.NONE; // the number of a chapter, the range of a block
        }
        long key = CodeKey.of(line);
        if (key == CodeKey.NONE) {
            throw new ReleaseFormatException(file, number, "a code alone on its line is expected");
        }
        into.add(key);
        return key;
    }

    private static TreeMap<Long, Boolean> withLeaves(SortedSet<Long> sorted) {
        TreeMap<Long, Boolean> result = new TreeMap<>();
        Iterator<Long> codes = sorted.iterator();
        long code = codes.next();
        while (codes.hasNext()) {
            long next = codes.next();
            result.put(code, !CodeKey.startsWith(next, code));
            code = next;
        }
        result.put(code, true);
        return result;
    }
}
