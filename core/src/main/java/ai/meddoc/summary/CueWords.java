package ai.meddoc.summary;

import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code cue-words.tsv} that tell what a sentence is there for. Immutable and thread-safe. */
final class CueWords {

    private final Map<String, Set<String>> words;

    private CueWords(Map<String, Set<String>> words) {
        this.words = Map.copyOf(words);
    }

    static CueWords load() {
        Map<String, Set<String>> words = new HashMap<>();
        for (List<String> row : RuleFile.rows(CueWords.class, "cue-words.tsv", 2)) {
            words.computeIfAbsent(row.get(1), k -> new HashSet<>()).add(row.get(0));
        }
        return new CueWords(words);
    }

    boolean is(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    /** The words of a stretch in lower case; hyphens, slashes and points part words, except inside numbers. */
    static String[] of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(lower.length() / 6 + 2);
        int start = 0;
        for (int i = 0; i < lower.length(); ) {
            int end = separatorEnd(lower, i);
            if (end > i) {
                words.add(lower.substring(start, i));
                start = end;
            }
            i = Math.max(end, i + 1);
        }
        words.add(lower.substring(start));
        return words.toArray(String[]::new);
    }

    /** The end of what parts words and begins at {@code from}: one point or a run of other signs; {@code from} for none. */
    private static int separatorEnd(String text, int from) {
        if (text.charAt(from) == '.') {
            return isDigitAt(text, from - 1) && isDigitAt(text, from + 1) ? from : from + 1;
        }
        int end = from;
        while (end < text.length() && text.charAt(end) != '.' && !isWordPart(text, end)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isDigitAt(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private static boolean isWordPart(String text, int index) {
        char c = text.charAt(index);
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '%' || c == '\'';
        }
        return isLetterOrNumber(codePointAround(text, index));
    }

    private static int codePointAround(String text, int index) {
        boolean second = Character.isLowSurrogate(text.charAt(index)) && index > 0;
        return text.codePointAt(second && Character.isHighSurrogate(text.charAt(index - 1)) ? index - 1 : index);
    }

    private static boolean isLetterOrNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** How many of the words are of a kind. */
    int count(String kind, String[] of) {
        int count = 0;
        for (String word : of) {
            count += is(kind, word) ? 1 : 0;
        }
        return count;
    }
}
