package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects verbatim pieces of the text and joins them to one statement. Not thread-safe. */
final class Pieces {

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

    /** How many characters a further piece may have. */
    int room() {
        return SummaryStatement.MAX_LENGTH - lead.length() - words.length() - separator.length() - 1;
    }

    /** Adds a piece as it stands, line breaks as spaces; false when it is too long for the statement. */
    boolean add(Span part) {
        if (part.length() == 0 || part.length() > Math.min(room(), Evidence.MAX_LENGTH)) {
            return false;
        }
        words.append(evidence.isEmpty() ? "" : separator).append(oneLine(text.quote(part)));
        evidence.add(Evidence.of(text, part));
        return true;
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
        return evidence.isEmpty() ? Optional.empty() : Optional.of(new SummaryStatement(lead + words + ".", evidence));
    }
}
