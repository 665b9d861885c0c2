package ai.meddoc.coding;

import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words and beginnings of words, of {@code sentence-cues.tsv}, that say something of a problem near them. They are kept by
 * their first character, so that a stretch of text is gone through once and each of its words meets few candidates.
 * Immutable; thread-safe.
 */
final class WordCues {

    private static final int ASCII = 128;

    /** What a cue says. */
    enum Kind {
        /** Followed or treated (Official Guidelines IV.J). */
        TREATED,
        PAST,
        /** The course of a drug or an illness changes. */
        BEGUN_OR_ENDED,
        /** Of the body. */
        SIDE
    }

    private final List<List<Cue>> byFirst = new ArrayList<>();

    /**
     * @param words in lower case; {@code #} stands for a figure
     * @param least how many characters of a word have to follow, or -1 when none may
     * @param unless what must not follow; empty for nothing
     */
    private record Cue(Kind kind, String words, int least, String unless) {

        static Cue parse(List<String> row) {
            Kind kind = Kind.valueOf(row.get(0).toUpperCase(Locale.ROOT).replace('-', '_'));
            String written = row.get(1);
            char last = written.charAt(written.length() - 1);
            boolean open = last == '*' || last == '+';
            String words = open ? written.substring(0, written.length() - 1) : written;
            return new Cue(kind, words, last == '+' ? 1 : open ? 0 : -1, row.get(2));
        }

        boolean at(String text, int start) {
            int end = start + words.length();
            if (end > text.length()) {
                return false;
            }
            for (int i = 0; i < words.length(); i++) {
                char asked = words.charAt(i);
                char said = text.charAt(start + i);
                if (asked == '#' ? said < '0' || said > '9' : asked != said) {
                    return false;
                }
            }
            boolean goesOn = end < text.length() && isWord(text.charAt(end));
            boolean fits = least < 0 ? !goesOn : least == 0 || goesOn;
            return fits && (unless.isEmpty() || !text.startsWith(unless, end));
        }
    }

    private WordCues() {
        for (int i = 0; i < ASCII; i++) {
            byFirst.add(new ArrayList<>());
        }
    }

    static WordCues load() {
        WordCues cues = new WordCues();
        for (List<String> row : RuleFile.rows(WordCues.class, "sentence-cues.tsv", 3)) {
            cues.byFirst.get(row.get(1).charAt(0)).add(Cue.parse(row));
        }
        return cues;
    }

    /** What a text in lower case says. */
    Set<Kind> saidIn(String lower) {
        Set<Kind> said = EnumSet.noneOf(Kind.class);
        boolean inside = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean word = isWord(c);
            if (word && !inside) {
                addSaidAt(lower, i, byFirst.get(c), said);
            }
            inside = word;
        }
        return said;
    }

    private static void addSaidAt(String lower, int at, List<Cue> possible, Set<Kind> said) {
        for (int i = 0; i < possible.size(); i++) {
            if (possible.get(i).at(lower, at)) {
                said.add(possible.get(i).kind());
            }
        }
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c >= 'A' && c <= 'Z';
    }
}
