package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects verbatim pieces of the text and joins them to one statement. Not thread-safe. */
final class Pieces {

    /** A statement longer than this is no summary. */
    private static final int LONGEST = 600;

    private final DocumentText text;
    private final String lead;
    private final String separator;
    private final StringBuilder words = new StringBuilder();
    private final List<Evidence> evidence = new ArrayList<>();

    Pieces(DocumentText text, String lead, String separator) {
        this.text = text;
        this.lead = lead;
        this.separator = separator;
    }

    /** Adds a piece as it stands, line breaks as spaces; leaves it out when the statement grows too long. */
    boolean add(Span span) {
        return add(span, "");
    }

    boolean add(Span span, String remark) {
        Span part = trimmed(span);
        if (part.length() == 0 || !evidence.isEmpty() && words.length() + part.length() > LONGEST) {
            return false;
        }
        words.append(evidence.isEmpty() ? "" : separator)
                .append(oneLine(text.quote(part)))
                .append(remark);
        evidence.add(Evidence.of(text, part));
        return true;
    }

    private Span trimmed(Span span) {
        int start = span.start();
        int end = Math.min(span.end(), start + Evidence.MAX_LENGTH);
        while (start < end && isEdge(text.text().charAt(start))) {
            start++;
        }
        while (end > start
                && (isEdge(text.text().charAt(end - 1))
                        || ".;,:".indexOf(text.text().charAt(end - 1)) >= 0)) {
            end--;
        }
        return new Span(start, end);
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || c == '-' || c == '*' || c == '\u2022' || c == '|' || c == '#' || c == '>';
    }

    private static String oneLine(String quote) {
        StringBuilder line = new StringBuilder(quote.length());
        boolean space = false;
        for (int i = 0; i < quote.length(); i++) {
            char c = quote.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
            } else {
                line.append(space ? " " : "").append(c);
                space = false;
            }
        }
        return line.toString();
    }

    Optional<SummaryStatement> statement() {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SummaryStatement(lead + words + ".", evidence));
    }
}
