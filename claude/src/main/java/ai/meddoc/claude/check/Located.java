package ai.meddoc.claude.check;

import ai.meddoc.claude.reply.ModelReply;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A reply with the means to lead its words back to the document.
 *
 * @param finder over the stretch that was sent
 * @param toOriginal from a place in that stretch to its place in the document
 * @param restore puts identifiers back into the model's own words
 */
public record Located(
        ModelReply reply, QuoteFinder finder, UnaryOperator<Span> toOriginal, UnaryOperator<String> restore) {

    /** The places in the document that carry a quote; none when the quote is not there. */
    List<Span> places(String quote) {
        return finder.find(quote).stream()
                .map(toOriginal)
                .filter(span -> span.length() > 0 && span.length() <= QuoteFinder.LONGEST)
                .toList();
    }
}
