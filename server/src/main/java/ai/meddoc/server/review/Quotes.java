package ai.meddoc.server.review;

import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.analyses.EvidenceSpan;
import ai.meddoc.server.analyses.PageJson;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that quotes stand in the text where a coder says. Immutable. */
final class Quotes {

    private static final int MOST = 20;
    private static final int LONGEST = 300;

    /** Of no text: in which nothing stands. */
    static final Quotes NONE = new Quotes(new DocumentTextReply("", List.of(), List.of()));

    private final DocumentTextReply text;

    Quotes(DocumentTextReply text) {
        this.text = text;
    }

    List<EvidenceSpan> check(List<EvidenceRequest> asked) {
        if (asked.size() > MOST) {
            throw ProblemException.malformed("evidence_spans must not hold more than " + MOST + " quotes.");
        }
        return asked.stream().map(this::check).toList();
    }

    private EvidenceSpan check(@Nullable EvidenceRequest asked) {
        Integer start = asked == null ? null : asked.start();
        Integer end = asked == null ? null : asked.end();
        String quote = asked == null ? null : asked.quote();
        if (start == null || end == null || quote == null) {
            throw ProblemException.malformed("Each of evidence_spans needs start, end and quote.");
        }
        if (end - start > LONGEST) {
            throw ProblemException.malformed("A quote must not be longer than " + LONGEST + " characters.");
        }
        if (quote.isBlank() || !stands(start, end, quote)) {
            throw new ProblemException(
                    ProblemType.NOT_VERBATIM,
                    "The characters " + start + " to " + end + " of the document's text are not the quote.");
        }
        return new EvidenceSpan(start, end, page(start), quote);
    }

    private boolean stands(int start, int end, String quote) {
        return start >= 0
                && start < end
                && end <= text.text().length()
                && text.text().substring(start, end).equals(quote);
    }

    /** White space between two pages belongs to the one before. */
    private int page(int start) {
        return text.pages().stream()
                .filter(page -> page.start() <= start)
                .mapToInt(PageJson::number)
                .max()
                .orElse(1);
    }
}
