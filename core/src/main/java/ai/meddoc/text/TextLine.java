package ai.meddoc.text;

import java.util.regex.Pattern;

/**
 * One printed line without its surrounding white space.
 *
 * @param span never empty
 * @param indent how many characters stand before it on its line
 * @param item whether it starts with a bullet or a list number
 * @param tabular whether it has columns: bars, tabs or gaps of three spaces
 * @param afterBlank whether an empty line or the start of the text stands before it
 */
record TextLine(Span span, int indent, boolean item, boolean tabular, boolean afterBlank) {

    static final String BULLETS = "\u2022\u00b7\u25cf\u25aa\u25e6\u2023\u2219\u25a0\u2043\uf0b7";

    private static final int LONGEST_LABEL = 40;

    private static final Pattern AMOUNT =
            Pattern.compile("\\d+(?:[.,/]\\d+)*[ -]?(?:mg|mcg|g|mL|ml|units?|mEq|IU|%|tab(?:let)?s?"
                    + "|capsules?|puffs?|drops|mm|cm|hours?|days?|weeks?|months?|years?|minutes?)\\b");

    /** Reads the line in {@code text[start,end)}, which has at least one character that is not white space. */
    static TextLine read(String text, Span raw, boolean afterBlank) {
        int start = raw.start();
        int end = raw.end();
        while (isBlank(text.charAt(start))) {
            start++;
        }
        while (isBlank(text.charAt(end - 1))) {
            end--;
        }
        Span span = new Span(start, end);
        return new TextLine(span, start - raw.start(), isItem(text, span), isTabular(text, span), afterBlank);
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || c > 127 && Character.isWhitespace(c);
    }

    int length() {
        return span.length();
    }

    /** The length of the first word, up to white space. */
    int firstWordLength(String text) {
        int i = span.start();
        while (i < span.end() && !isBlank(text.charAt(i))) {
            i++;
        }
        return i - span.start();
    }

    boolean startsLowerCase(String text) {
        return Character.isLowerCase(text.charAt(span.start()));
    }

    /** Whether it starts with an amount and its unit, as "50 mg daily" does: no list number is followed by a unit. */
    boolean startsWithAmount(String text) {
        return Character.isDigit(text.charAt(span.start()))
                && AMOUNT.matcher(text).region(span.start(), span.end()).lookingAt();
    }

    /** Whether it starts with a label such as "Cardiovascular:" or "Date of birth:". */
    boolean isLabelled(String text) {
        int limit = Math.min(span.end(), span.start() + LONGEST_LABEL);
        if (!Character.isUpperCase(text.charAt(span.start()))) {
            return false;
        }
        for (int i = span.start(); i < limit; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                return true;
            }
            if (!Character.isLetter(c) && " &/-()'".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    boolean isAllCaps(String text) {
        boolean letters = false;
        int limit = Math.min(span.end(), span.start() + 200);
        for (int i = span.start(); i < limit; i++) {
            char c = text.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            letters |= Character.isUpperCase(c);
        }
        return letters;
    }

    private static boolean isItem(String text, Span span) {
        char first = text.charAt(span.start());
        if (BULLETS.indexOf(first) >= 0) {
            return true;
        }
        int next = span.start() + 1;
        if ("-*+o>\u2013\u2014".indexOf(first) >= 0) {
            return next >= span.end()
                    || isBlank(text.charAt(next))
                    || first == '-' && Character.isLetter(text.charAt(next));
        }
        int digits = first == '#' || first == '(' ? next : span.start();
        int i = digits;
        while (i < span.end() && i < digits + 3 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        boolean letter = i == digits && i + 1 < span.end() && Character.isLetter(text.charAt(i));
        int mark = letter ? i + 1 : i;
        boolean marked = mark < span.end() && isListMark(text, mark, span.end(), first);
        return marked && (i > digits || letter) || first == '#' && i > digits;
    }

    /** "1." and "1)" and "(1)", but not the start of "1.5" or of "a.m.". */
    private static boolean isListMark(String text, int at, int end, char first) {
        char c = text.charAt(at);
        boolean apart = at + 1 >= end || isBlank(text.charAt(at + 1));
        return c == ')' && (first == '(' || apart || Character.isLetter(text.charAt(at + 1))) || c == '.' && apart;
    }

    private static boolean isTabular(String text, Span span) {
        int gap = 0;
        boolean afterStop = false;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            if (c == '|' || c == '\t') {
                return true;
            }
            gap = c == ' ' ? gap + 1 : 0;
            if (gap == 3 && !afterStop) {
                return true;
            }
            if (gap == 0) {
                afterStop = c == '.' || c == ':' || c == ',' || c == '?';
            }
        }
        return false;
    }
}
