package ai.meddoc.coding;

import java.util.Arrays;
import java.util.List;

/**
 * A set of codes as a data file states it: by prefixes ({@code E11.9}) or exactly ({@code =H26.9}). Asked for every code of
 * every document, so what begins with another letter is turned away at once. Immutable; thread-safe.
 */
public final class CodePrefixes {

    private static final String EXACTLY = "=";

    private final List<String> written;
    private final String[] prefixes;
    /** First letters, a bit each. */
    private final int letters;

    private CodePrefixes(List<String> written) {
        this.written = List.copyOf(written);
        this.prefixes = written.toArray(String[]::new);
        this.letters = written.stream()
                .map(prefix -> prefix.startsWith(EXACTLY) ? prefix.substring(1) : prefix)
                .mapToInt(prefix -> prefix.isEmpty() ? -1 : letter(prefix))
                .reduce(0, (a, b) -> a | b);
    }

    public static CodePrefixes of(List<String> written) {
        return new CodePrefixes(written);
    }

    /** Of a column that parts them by blanks or commas; {@code *} and nothing stand for none. */
    static CodePrefixes parse(String column) {
        return of(Arrays.stream(column.strip().split("[ ,]+"))
                .filter(prefix -> !prefix.isEmpty() && !prefix.equals("*"))
                .toList());
    }

    public boolean isEmpty() {
        return prefixes.length == 0;
    }

    /** As the data file has them. */
    public List<String> written() {
        return written;
    }

    /** Whether a code, with its dot, is one of the set. */
    boolean has(String code) {
        if ((letters & letter(code)) == 0) {
            return false;
        }
        for (String prefix : prefixes) {
            if (prefix.startsWith(EXACTLY) ? isExactly(prefix, code) : code.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static int letter(String code) {
        return 1 << (code.charAt(0) & 31);
    }

    private static boolean isExactly(String prefix, String code) {
        return prefix.length() == code.length() + 1 && prefix.endsWith(code);
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
