package ai.meddoc.text;

import ai.meddoc.text.FirstCharacters.Beginning;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * Reads a regular expression as far as telling how its matches begin takes: choices, sequences, groups, sets and
 * repetitions. What looks around or anchors matches nothing here, and whatever is not known stands for anything. One
 * expression, one thread.
 */
final class RegexBeginnings {

    /** Characters above ASCII all count as this one, see {@link FirstCharacters}. */
    private static final int BEYOND = 128;

    private final String regex;
    private final boolean known;
    private final boolean anyCase;
    private int at;

    RegexBeginnings(Pattern pattern) {
        this.regex = pattern.pattern();
        this.known = (pattern.flags() & ~(Pattern.CASE_INSENSITIVE | Pattern.MULTILINE)) == 0;
        this.anyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }

    Beginning read() {
        try {
            Beginning whole = known ? choice() : Beginning.nothing();
            return at == regex.length() ? whole : Beginning.nothing();
        } catch (UnknownSyntax e) {
            return Beginning.nothing();
        }
    }

    /** Something this class does not read. */
    private static final class UnknownSyntax extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private boolean sees(String expected) {
        return regex.startsWith(expected, at);
    }

    private boolean takes(String expected) {
        boolean there = sees(expected);
        at += there ? expected.length() : 0;
        return there;
    }

    private Beginning choice() {
        Beginning all = Beginning.never();
        do {
            all = all.or(sequence());
        } while (takes("|"));
        return all;
    }

    private Beginning sequence() {
        Beginning all = Beginning.nothing();
        while (at < regex.length() && !sees("|") && !sees(")")) {
            all = all.then(repeated(item()));
        }
        return all;
    }

    private Beginning repeated(Beginning item) {
        Beginning once = item;
        if (takes("?")) {
            once = item.orNothing();
        } else if (takes("*")) {
            once = item.then(item.orNothing()).orNothing().or(item);
        } else if (takes("+")) {
            once = item.then(item.orNothing()).or(item);
        } else if (takes("{")) {
            boolean least = sees("0");
            at = regex.indexOf('}', at) + 1;
            Beginning some = item.then(item.orNothing()).or(item);
            once = least ? some.orNothing() : some;
        } else {
            return item;
        }
        if (!takes("?")) {
            takes("+");
        }
        return once;
    }

    private Beginning item() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> Beginning.oneOf(set());
            case '.' -> Beginning.oneOf(allBut(new BitSet()));
            case '^', '$' -> Beginning.nothing();
            case '\\' -> takes("b") ? Beginning.wordEdge() : escape();
            default -> literal(c);
        };
    }

    private Beginning group() {
        boolean looks = takes("?=") || takes("?!") || takes("?<=") || takes("?<!");
        if (!looks && !takes("?:") && !takes("?m:") && sees("?")) {
            throw new UnknownSyntax();
        }
        Beginning inside = choice();
        if (!takes(")")) {
            throw new UnknownSyntax();
        }
        return looks ? Beginning.nothing() : inside;
    }

    private Beginning literal(char c) {
        BitSet one = new BitSet();
        add(c, one);
        return Beginning.oneOf(one);
    }

    private void add(char c, BitSet to) {
        if (Character.isSurrogate(c)) {
            throw new UnknownSyntax();
        }
        to.set(c);
        if (anyCase) {
            to.set(Character.toLowerCase(c));
            to.set(Character.toUpperCase(c));
        }
    }

    private Beginning escape() {
        BitSet characters = escaped();
        return characters.isEmpty() ? Beginning.nothing() : Beginning.oneOf(characters);
    }

    /** What a backslash and the character behind it match; empty for an anchor. */
    private BitSet escaped() {
        char c = regex.charAt(at++);
        BitSet found = new BitSet();
        switch (c) {
            case 'b', 'B', 'A', 'z', 'Z' -> found.clear();
            case 'd' -> found.set('0', '9' + 1);
            case 'D' -> found.or(allBut(range('0', '9')));
            case 's' -> found.or(white());
            case 'S' -> found.or(allBut(white()));
            case 'w' -> found.or(word());
            case 'W' -> found.or(allBut(word()));
            case 'n' -> found.set('\n');
            case 'r' -> found.set('\r');
            case 't' -> found.set('\t');
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnknownSyntax();
                }
                found.set(c);
            }
        }
        return found;
    }

    private BitSet set() {
        boolean negated = takes("^");
        BitSet found = new BitSet();
        do {
            member(found);
        } while (!takes("]"));
        return negated ? allBut(found) : found;
    }

    private void member(BitSet found) {
        if (sees("[") || sees("&&")) {
            throw new UnknownSyntax();
        }
        char c = regex.charAt(at++);
        if (c == '\\') {
            found.or(escaped());
        } else if (sees("-") && regex.charAt(at + 1) != ']') {
            char last = regex.charAt(at + 1);
            if (last == '\\' || anyCase) {
                throw new UnknownSyntax();
            }
            at += 2;
            found.or(range(c, last));
        } else {
            add(c, found);
        }
    }

    private static BitSet range(char first, char last) {
        BitSet found = new BitSet();
        found.set(first, last + 1);
        return found;
    }

    private static BitSet white() {
        BitSet found = range('\t', '\r');
        found.set(' ');
        return found;
    }

    private static BitSet word() {
        BitSet found = range('a', 'z');
        found.or(range('A', 'Z'));
        found.or(range('0', '9'));
        found.set('_');
        return found;
    }

    /** A set that names one character beyond ASCII still leaves all others there. */
    private static BitSet allBut(BitSet excluded) {
        BitSet found = new BitSet();
        found.set(0, BEYOND + 1);
        found.andNot(excluded);
        found.set(BEYOND);
        return found;
    }
}
