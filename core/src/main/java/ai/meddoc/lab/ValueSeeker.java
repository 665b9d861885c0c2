package ai.meddoc.lab;

import ai.meddoc.lab.AnalyteTable.Kind;
import ai.meddoc.lab.AnalyteTable.Name;
import ai.meddoc.text.PhraseTrie;
import org.jspecify.annotations.Nullable;

/** Walks from an analyte's name over connecting words to its value. Used for one name, then thrown away. */
final class ValueSeeker {

    private static final int MOST_WORDS = 9;
    private static final int LONGEST_BRACKET = 30;
    private static final String SKIPPED = ":=~\u2013\u2014\"'+\u2248";

    private final CharSequence text;
    private final PhraseTrie.Words words;
    private final AnalyteTable table;
    private int word;
    private int at;
    private boolean stated;
    private boolean colon;
    private @Nullable Name partner;
    private int partnerEnd;
    private int partnerWord;

    ValueSeeker(CharSequence text, PhraseTrie.Words words, AnalyteTable table) {
        this.text = text;
        this.words = words;
        this.table = table;
    }

    /** Whether a word or sign says that the number is the value ("of", "was", ":"). */
    boolean isStated() {
        return stated;
    }

    /** Another name right after the first ("BUN and creatinine"), where no value was found. */
    @Nullable Name partner() {
        return partner;
    }

    /** The value after the partner's name, or -1. */
    int partnerValue(int to) {
        return find(partnerEnd, partnerWord, to);
    }

    /** Offset of the value's first character, or -1. */
    int find(int from, int nextWord, int to) {
        at = from;
        word = nextWord;
        partner = null;
        for (int steps = 0; steps < MOST_WORDS * 3; steps++) {
            skipSigns(to);
            char c = Scan.at(text, at, to);
            if (Scan.isDigit(c) || isComparator(to) || c == '.' && Scan.isDigit(Scan.at(text, at + 1, to))) {
                int value = number(to);
                if (value != 0) {
                    return value;
                }
            } else if (c == '(' || c == '[') {
                if (!bracket(to)) {
                    return -1;
                }
            } else if (!Scan.isLetter(c) || !connector()) {
                return -1;
            }
        }
        return -1;
    }

    private boolean isComparator(int to) {
        return !Comparators.at(text, at, to).isEmpty();
    }

    private void skipSigns(int to) {
        while (at < to) {
            char c = text.charAt(at);
            boolean newline = c == '\n' || c == '\r';
            if (newline && Scan.at(text, at + 1, to) == '\n' && c == '\n') {
                return;
            }
            boolean dash = (c == '-') && !Scan.isDigit(Scan.at(text, at + 1, to))
                    || c == '-' && at > 0 && Scan.isLetter(text.charAt(at - 1));
            boolean comma = c == ',' && colon;
            if (!newline && !Scan.isSpace(c) && SKIPPED.indexOf(c) < 0 && !dash && !comma) {
                return;
            }
            colon = c == ':' || colon && Scan.isSpace(c);
            stated |= c == ':' || c == '=';
            at++;
        }
    }

    /** The number's offset; 0 when it was a date to be stepped over; -1 when it is no value. */
    private int number(int to) {
        NumberToken number = NumberToken.at(text, at, to);
        if (number == null) {
            return date(to);
        }
        int next = Scan.spaces(text, number.end(), to);
        if (number.comparator().isEmpty() && Scan.startsWith(text, next, to, "to") && isChange(next, to)) {
            at = Scan.spaces(text, next + 2, to);
            return at;
        }
        if (isInThe()) {
            return -1;
        }
        boolean year = number.comparator().isEmpty() && number.value() >= 1950 && number.value() < 2100 && isAfterIn();
        if (!year) {
            return at;
        }
        moveTo(number.end());
        return 0;
    }

    private boolean isChange(int to, int end) {
        return at > 5
                && Scan.startsWith(text, Math.max(0, at - 5), end, "from")
                && Scan.isDigit(Scan.at(text, Scan.spaces(text, to + 2, end), end));
    }

    /** "in the 300s": no value. */
    private boolean isInThe() {
        return at >= 8 && Scan.startsWith(text, at - 7, at, "in") && Scan.startsWith(text, at - 4, at, "the");
    }

    private boolean isAfterIn() {
        return at >= 4 && (Scan.startsWith(text, at - 3, at, "in") || text.charAt(at - 1) == '(');
    }

    /** Steps over "3/4/19"; a pair of results ("20/1.1") is the caller's: it gets the offset. */
    private int date(int to) {
        int end = Digits.end(text, at, to);
        if (end < 0 || Scan.at(text, end, to) != '/') {
            return -1;
        }
        int second = Digits.end(text, end + 1, to);
        boolean threeParts = second > 0 && Scan.at(text, second, to) == '/' && Digits.end(text, second + 1, to) > 0;
        if (!threeParts) {
            return at;
        }
        moveTo(Digits.end(text, second + 1, to));
        return 0;
    }

    private void moveTo(int offset) {
        at = offset;
        while (word < words.size() && words.start(word) < offset) {
            word++;
        }
    }

    /** Steps over "(serum)", into "(12.3 H)"; false when the bracket says something else. */
    private boolean bracket(int to) {
        int close = at + 1;
        boolean digit = false;
        while (close < to && close - at < LONGEST_BRACKET && text.charAt(close) != ')' && text.charAt(close) != ']') {
            digit |= Scan.isDigit(text.charAt(close++));
        }
        char inside = Scan.at(text, Scan.spaces(text, at + 1, to), to);
        if (Scan.isDigit(inside) || inside == '<' || inside == '>') {
            moveTo(at + 1);
            return true;
        }
        if (digit || close - at >= LONGEST_BRACKET || close >= to) {
            return false;
        }
        moveTo(close + 1);
        return true;
    }

    private boolean connector() {
        while (word < words.size() && words.start(word) < at) {
            word++;
        }
        if (word >= words.size() || words.start(word) != at) {
            return false;
        }
        if (Scan.startsWith(text, at, words.end(word), "and")) {
            return partnerAfter(word + 1);
        }
        if (words.id(word) < 0) {
            return false;
        }
        long match = table.trie().longest(words, word);
        if (match == PhraseTrie.NONE) {
            return false;
        }
        Name name = table.name(PhraseTrie.phrase(match));
        int end = PhraseTrie.endWord(match);
        if (name.kind() != Kind.CONNECTOR) {
            remember(name, end);
            return false;
        }
        stated |= isStating();
        moveTo(words.end(end - 1));
        return true;
    }

    private boolean isStating() {
        int to = text.length();
        return Scan.startsWith(text, at, to, "of")
                || Scan.startsWith(text, at, to, "was")
                || Scan.startsWith(text, at, to, "is")
                || Scan.startsWith(text, at, to, "were");
    }

    private boolean partnerAfter(int next) {
        long match = next < words.size() && words.id(next) >= 0 ? table.trie().longest(words, next) : PhraseTrie.NONE;
        if (match != PhraseTrie.NONE) {
            remember(table.name(PhraseTrie.phrase(match)), PhraseTrie.endWord(match));
        }
        return false;
    }

    private void remember(Name name, int endWord) {
        if (name.kind() == Kind.RESULT) {
            partner = name;
            partnerWord = endWord;
            partnerEnd = words.end(endWord - 1);
        }
    }
}
