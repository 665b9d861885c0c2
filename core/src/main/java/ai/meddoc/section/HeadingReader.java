package ai.meddoc.section;

import ai.meddoc.text.Span;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what may be a heading at a place in the text: the words up to the sign that ends them. Looks at no more than
 * {@value #LONGEST} characters, so reading at every line and sentence start stays linear. Stateless and thread-safe.
 */
final class HeadingReader {

    private static final int LONGEST = 60;
    private static final int LONGEST_GAP = 30;
    private static final int MOST_WORDS = 9;
    private static final Pattern SHORT = Pattern.compile("(Dx|DX|Imp|IMP|Impr|Final dx)(?:/ ?| +)(?=[A-Za-z])");
    private static final String MARKERS = "#*_=~|>-\u2022\u25cf\u2013\u2014 \t";

    /** What ended the words. */
    enum End {
        COLON,
        DASH,
        BAR,
        /** The line's end. */
        LINE,
        /** A full stop: "ASSESSMENT. Lumbar strain." */
        STOP,
        /** A comma that stands for a line end: "PHYSICAL EXAMINATION,VITAL SIGNS:". */
        COMMA,
        /** A change from capitals to mixed case: "IMPRESSION No acute disease". */
        CASE
    }

    /**
     * A heading's outward form.
     *
     * @param spelling folded as the rules spell it
     * @param span from the first word through the colon
     * @param capitals whether no letter is lower case
     * @param marked whether mark-up makes it a heading ("##", "**")
     */
    record Candidate(String spelling, Span span, End end, boolean capitals, boolean marked) {}

    private HeadingReader() {}

    /** The first place after bullets, mark-up and a list number, on the same line. */
    static int wordsStart(String text, int from) {
        int i = from;
        while (i < text.length() && MARKERS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        int digits = i;
        while (digits < text.length() && digits < i + 2 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean number = digits > i && digits + 1 < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
        if (!number) {
            return i;
        }
        int after = digits + 1;
        while (after < text.length() && MARKERS.indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        return after;
    }

    static @Nullable Candidate read(String text, int from) {
        int start = wordsStart(text, from);
        boolean marked = start > from && (text.charAt(from) == '#' || text.startsWith("**", from));
        Words words = new Words(text, start, Math.min(text.length(), start + LONGEST));
        End end = words.read();
        return end == null || words.isEmpty() ? null : words.candidate(end, marked);
    }

    /** As {@link #read}, for words that two blanks set off from what follows on the line. */
    static @Nullable Candidate readToGap(String text, int from) {
        int start = wordsStart(text, from);
        int gap = start;
        while (gap < text.length() && gap < start + LONGEST_GAP && !isBreak(text.charAt(gap))) {
            if (text.startsWith("  ", gap)) {
                Words words = new Words(text, start, gap);
                End end = words.read();
                return end == null || words.isEmpty() ? null : words.candidate(End.LINE, false);
            }
            gap++;
        }
        return null;
    }

    /** As {@link #read}, for abbreviations of conclusions that stand before them without a colon. */
    static @Nullable Candidate readShort(String text, int from) {
        int start = wordsStart(text, from);
        Matcher matcher = SHORT.matcher(text).region(start, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        String spelling = matcher.group(1).toLowerCase(Locale.ROOT);
        return new Candidate(spelling, new Span(start, matcher.end(1)), End.LINE, false, false);
    }

    /** Folds the words while it walks over them. */
    private static final class Words {

        private final String text;
        private final int start;
        private final int limit;
        private final StringBuilder folded = new StringBuilder(32);
        private int at;
        private int count;
        private int bracket;
        private boolean lower;

        /** The state after the last word in capitals, for headings that run straight into prose. */
        private int capitalsEnd;

        private int capitalsLength;

        Words(String text, int start, int limit) {
            this.text = text;
            this.start = start;
            this.limit = limit;
            at = start;
        }

        @Nullable End read() {
            while (at < limit) {
                char c = text.charAt(at);
                End end = bracket > 0 ? null : endAt(c);
                if (end != null) {
                    return end == End.LINE ? atLineEnd() : end;
                }
                if (isBreak(c) || !take(c)) {
                    return capitalsEnd > start ? End.CASE : null;
                }
                at++;
            }
            return at == text.length() || limit < start + LONGEST ? atLineEnd() : capitalsEnd > start ? End.CASE : null;
        }

        private End atLineEnd() {
            return lower && capitalsEnd > start ? End.CASE : End.LINE;
        }

        private @Nullable End endAt(char c) {
            if (c == ':') {
                return End.COLON;
            }
            if (isBreak(c)) {
                return End.LINE;
            }
            if (c == '|') {
                return End.BAR;
            }
            boolean next = at + 1 < text.length();
            if (c == '.' && !lower && (!next || isBreak(text.charAt(at + 1)))) {
                return End.LINE;
            }
            if (c == '.' && isStop()) {
                return End.STOP;
            }
            boolean apart = at > start && text.charAt(at - 1) == ' ' && next && text.charAt(at + 1) == ' ';
            if (apart && (c == '-' || c == '\u2013' || c == '\u2014')) {
                return End.DASH;
            }
            return c == ',' && !lower && next && Character.isLetterOrDigit(text.charAt(at + 1)) ? End.COMMA : null;
        }

        /** Words in capitals before others may be a heading by themselves. */
        private boolean isStop() {
            boolean blank = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
            return blank && !(lower && capitalsEnd > start) && !isInitial() && !isLeader();
        }

        /** Adds a character to the folded form; false when no heading contains it. */
        private boolean take(char c) {
            if (c == '(' || c == '[') {
                bracket++;
            } else if (c == ')' || c == ']') {
                bracket = Math.max(0, bracket - 1);
            } else if (bracket == 0) {
                return takeOutside(c);
            }
            return true;
        }

        private boolean takeOutside(char c) {
            if (Character.isLetterOrDigit(c)) {
                return takeLetter(c);
            }
            if (c == '&') {
                space();
                folded.append("and");
                count++;
                space();
                return true;
            }
            if (c == '\'' || c == '\u2019') {
                return true;
            }
            space();
            return " \t/-*_#=+\u00a0,".indexOf(c) >= 0 || c == '.' && (isLeader() || isInitial());
        }

        /** "Overread by S. Marsh MD:", "Comment of Dr. Marsh:" */
        private boolean isInitial() {
            int from = at;
            while (from > start && Character.isLetter(text.charAt(from - 1))) {
                from--;
            }
            boolean letter = at - from == 1 && Character.isUpperCase(text.charAt(from));
            return from > start && (letter || text.startsWith("Dr.", from));
        }

        /** "IMPRESSION.....:" */
        private boolean isLeader() {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
            return next == '.' || at > 0 && text.charAt(at - 1) == '.' && (next == ':' || next == ' ');
        }

        private boolean takeLetter(char c) {
            boolean wordStart = folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ';
            if (wordStart && ++count > MOST_WORDS) {
                return false;
            }
            if (Character.isLowerCase(c)) {
                lower = true;
            }
            folded.append(Character.toLowerCase(c));
            boolean wordEnd = !wordStart && (at + 1 >= text.length() || text.charAt(at + 1) == ' ');
            if (wordEnd && !lower && folded.length() > 3) {
                capitalsEnd = at + 1;
                capitalsLength = folded.length();
            }
            return true;
        }

        private void space() {
            if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }

        boolean isEmpty() {
            return folded.isEmpty();
        }

        Candidate candidate(End end, boolean marked) {
            if (end == End.CASE) {
                String spelling = folded.substring(0, capitalsLength).strip();
                return new Candidate(spelling, new Span(start, capitalsEnd), end, true, marked);
            }
            int stop = end == End.COLON || end == End.BAR || end == End.STOP ? at + 1 : at;
            while (stop > start && Character.isWhitespace(text.charAt(stop - 1))) {
                stop--;
            }
            while (stop < text.length() && text.charAt(stop) == '*') {
                stop++;
            }
            return new Candidate(folded.toString().strip(), new Span(start, stop), end, !lower, marked);
        }
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }
}
