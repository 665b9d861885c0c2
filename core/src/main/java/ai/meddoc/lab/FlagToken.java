package ai.meddoc.lab;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flag as a report prints it: "H", "(L)", "HH", "CRITICAL", an arrow.
 *
 * @param flag null when the word is a status that says nothing of the value ("Final")
 */
record FlagToken(int end, @Nullable LabFlag flag, boolean critical) {

    private static final Map<String, Meaning> MEANINGS = meanings();

    private record Meaning(@Nullable LabFlag flag, boolean critical, boolean anywhere) {}

    private static Map<String, Meaning> meanings() {
        Map<String, Meaning> meanings = new HashMap<>();
        for (List<String> row : RuleFile.rows(FlagToken.class, "flags.tsv", 3)) {
            boolean critical = row.get(1).endsWith("!");
            String name = critical ? row.get(1).substring(0, row.get(1).length() - 1) : row.get(1);
            LabFlag flag = name.equals("IGNORED") ? null : LabFlag.valueOf(name);
            meanings.put(row.get(0), new Meaning(flag, critical, row.get(2).equals("ANY")));
        }
        return meanings;
    }

    /** The flag that fills a whole cell, or null. */
    static @Nullable FlagToken cell(CharSequence text, int from, int to) {
        if (to - from > 24 || to == from) {
            return null;
        }
        int start = from;
        int end = to;
        if ((text.charAt(from) == '(' || text.charAt(from) == '[')
                && (text.charAt(to - 1) == ')' || text.charAt(to - 1) == ']')) {
            start++;
            end--;
        }
        Meaning meaning = meaning(plain(text, start, end));
        return meaning == null ? null : new FlagToken(to, meaning.flag, meaning.critical);
    }

    /** "*High*" means what "High" does. */
    private static @Nullable Meaning meaning(String word) {
        Meaning meaning = MEANINGS.get(word);
        int end = word.length();
        int start = 0;
        while (meaning == null && start < end && word.charAt(start) == '*') {
            start++;
        }
        while (meaning == null && end > start && word.charAt(end - 1) == '*') {
            end--;
        }
        return meaning != null || start == end ? meaning : MEANINGS.get(word.substring(start, end));
    }

    private static String plain(CharSequence text, int start, int end) {
        StringBuilder word = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean gap = c == ',' || Scan.isSpace(c);
            if (!gap) {
                word.append(Character.toLowerCase(c));
            } else if (i + 1 < end && word.length() > 0 && word.charAt(word.length() - 1) != ' ') {
                word.append(' ');
            }
        }
        return word.toString();
    }

    /** The flag that starts at an offset with other things after it, or null; the longer of "critical high" and "critical". */
    static @Nullable FlagToken at(CharSequence text, int from, int to) {
        char open = Scan.at(text, from, to);
        boolean bracket = open == '(' || open == '[';
        int start = bracket ? from + 1 : from;
        int one = wordEnd(text, start, to);
        if (one == start) {
            return null;
        }
        int next = Scan.spaces(text, one, to);
        FlagToken two = next == one ? null : ending(text, start, wordEnd(text, next, to), to, bracket);
        return two != null ? two : ending(text, start, one, to, bracket);
    }

    private static @Nullable FlagToken ending(CharSequence text, int start, int end, int to, boolean bracket) {
        if (end - start > 16) {
            return null;
        }
        Meaning meaning = meaning(text.subSequence(start, end).toString().toLowerCase(Locale.ROOT));
        if (meaning == null || !meaning.anywhere || !bracket && isLowerCaseLetter(text, start, end)) {
            return null;
        }
        if (!bracket) {
            return new FlagToken(end, meaning.flag, meaning.critical);
        }
        char close = Scan.at(text, end, to);
        return close == ')' || close == ']' ? new FlagToken(end + 1, meaning.flag, meaning.critical) : null;
    }

    private static boolean isLowerCaseLetter(CharSequence text, int start, int end) {
        return end - start <= 2 && Character.isLowerCase(text.charAt(start));
    }

    private static int wordEnd(CharSequence text, int from, int to) {
        int at = from;
        boolean letters = Scan.isLetter(Scan.at(text, from, to));
        while (at < to
                && isFlagSign(text.charAt(at))
                && (letters || !Scan.isLetter(text.charAt(at)) || text.charAt(from) == '*')) {
            at++;
        }
        return at;
    }

    private static boolean isFlagSign(char c) {
        return Scan.isLetter(c)
                || c == '*'
                || c == '!'
                || c >= '\u2190' && c <= '\u21ff'
                || c == '\u25b2'
                || c == '\u25bc'
                || c == '\u2b06'
                || c == '\u2b07';
    }
}
