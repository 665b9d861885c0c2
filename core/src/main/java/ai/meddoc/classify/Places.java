package ai.meddoc.classify;

import java.util.Locale;
import java.util.Set;

/** Where in a document a phrase stands: in the title, as a heading, in a row of results. One document, one thread. */
final class Places {

    private static final int TITLE_REACH = 130;
    private static final int TITLE_LINES = 3;
    private static final int TITLE_LINE = 90;
    private static final int TITLE_START = 45;
    private static final String[] VERBS = {
        "was",
        "were",
        "is",
        "showed",
        "shows",
        "revealed",
        "reveals",
        "demonstrated",
        "today",
        "yesterday",
        "last",
        "neg",
        "negative",
        "ordered",
        "pending",
        "done"
    };
    private static final Set<String> POSSESSIVES =
            Set.of("her", "his", "your", "my", "our", "their", "the", "a", "an", "this", "that", "recent", "repeat");
    private static final int QUOTE_REACH = 30;
    private static final int FIELD_REACH = 40;
    private static final int LONGEST_ROW = 240;

    private final String text;
    private final int titleEnd;
    private int lineStart;
    private int lineEnd;

    Places(String text) {
        this.text = text;
        this.titleEnd = titleEnd(text);
        this.lineEnd = -1;
    }

    /** The end of the third line that is not empty, or of the first words where lines are long. */
    private static int titleEnd(String text) {
        int lines = 0;
        boolean content = false;
        int limit = Math.min(text.length(), TITLE_REACH);
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines += content ? 1 : 0;
                content = false;
                if (lines == TITLE_LINES) {
                    return i;
                }
            } else {
                content |= Character.isLetterOrDigit(c);
            }
        }
        return limit;
    }

    /** Finds the line of an offset; offsets must not go back. */
    private void moveTo(int offset) {
        while (lineEnd < offset) {
            lineStart = lineEnd + 1;
            int newline = text.indexOf('\n', lineStart);
            lineEnd = newline < 0 ? text.length() : newline;
        }
    }

    boolean isTitle(int start, int end) {
        moveTo(start);
        return !isSubject(end)
                && (start < titleEnd && isTitleLike(start) || isInHeadingLine(start) || isFieldValue(start, end));
    }

    /** On a short line, or among the first words of a long one. */
    private boolean isTitleLike(int start) {
        return lineEnd - lineStart <= TITLE_LINE || start - lineStart <= TITLE_START;
    }

    /** "A CT was ordered" is a sentence, no title. */
    private boolean isSubject(int end) {
        int at = end;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        for (String verb : VERBS) {
            if (text.startsWith(verb, at)
                    && !Character.isLetter(
                            at + verb.length() < text.length() ? text.charAt(at + verb.length()) : ' ')) {
                return at > end;
            }
        }
        return false;
    }

    /** "to review her CT", "CT head: "no bleed"": an examination that the document speaks of and is not. */
    boolean isSpokenOf(int start, int end) {
        moveTo(start);
        return isOwned(start) || isQuoted(end);
    }

    /** Somebody's. */
    private boolean isOwned(int start) {
        int end = start;
        while (end > lineStart && text.charAt(end - 1) == ' ') {
            end--;
        }
        int word = end;
        while (word > lineStart && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return word < end && POSSESSIVES.contains(text.substring(word, end).toLowerCase(Locale.ROOT));
    }

    /** "CT head: "No acute findings."": another report's words between quotation marks. */
    private boolean isQuoted(int end) {
        int limit = Math.min(lineEnd, end + QUOTE_REACH);
        for (int i = end; i + 2 < limit; i++) {
            if (text.charAt(i) == ':') {
                char next = text.charAt(i + 1) == ' ' ? text.charAt(i + 2) : text.charAt(i + 1);
                return next == '"' || next == '\u201c';
            }
        }
        return false;
    }

    private boolean isInHeadingLine(int start) {
        return text.charAt(lineStart) == '#' && lineEnd - lineStart < 80 && start < lineEnd;
    }

    /** "Panel: CBC", "EXAM: , CT chest", "Test Panel: Lft": the value of a field that names the examination. */
    private boolean isFieldValue(int start, int end) {
        int first = Math.max(lineStart, start - FIELD_REACH);
        int colon = start;
        while (colon >= first && text.charAt(colon) != ':') {
            colon--;
        }
        if (colon < first) {
            return false;
        }
        int from = Math.max(lineStart, colon - 24);
        return isField(from, colon) && end <= lineEnd;
    }

    private boolean isField(int from, int colon) {
        int word = colon;
        while (word > from && (Character.isLetter(text.charAt(word - 1)))) {
            word--;
        }
        return matches(word, colon, "panel")
                || matches(word, colon, "exam")
                || matches(word, colon, "examination")
                || matches(word, colon, "study")
                || matches(word, colon, "test")
                || matches(word, colon, "profile")
                || matches(word, colon, "modality")
                || matches(word, colon, "report");
    }

    private boolean matches(int from, int to, String word) {
        return to - from == word.length() && text.regionMatches(true, from, word, 0, word.length());
    }

    /** Followed by a colon, or alone on its line. */
    boolean isHeading(int start, int end) {
        moveTo(start);
        int at = end;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == ')' || text.charAt(at) == 's')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ':') {
            return true;
        }
        if (at < text.length() && text.charAt(at) == '-' && start < end && end - start == 1 && isLineLead(start)) {
            return true;
        }
        return isBlank(at, lineEnd) && isLineLead(start);
    }

    private boolean isLineLead(int start) {
        for (int i = lineStart; i < start; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\r' && c != '*' && c != '#' && c != '-' && c != '|') {
                return false;
            }
        }
        return true;
    }

    /** At the start of a line or a cell of a short line. */
    boolean isRowName(int start) {
        moveTo(start);
        if (lineEnd - lineStart > LONGEST_ROW) {
            return false;
        }
        int at = start - 1;
        while (at >= lineStart && text.charAt(at) == ' ') {
            at--;
        }
        return at < lineStart || "|\t#*-".indexOf(text.charAt(at)) >= 0 || start - at > 2;
    }

    /** A number stands right behind: "WBC 12.3", "Hgb: 9.8", "Platelets (K/uL) 230". */
    boolean hasNumberAfter(int end) {
        int limit = Math.min(text.length(), end + 14);
        for (int i = end; i < limit; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
            if (c == ',' || c == '.' || c == ';' || c == '\n') {
                return false;
            }
        }
        return false;
    }
}
