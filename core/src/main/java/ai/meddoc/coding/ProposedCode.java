package ai.meddoc.coding;

import ai.meddoc.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * A code that somebody other than our rules proposes, with the places that speak for it.
 *
 * @param code billable, with or without its dot
 * @param confidence 0..1, as the proposer puts it
 * @param rationale the proposer's words for the coder; empty to have ours alone
 * @param quotes at least one place in the document
 */
public record ProposedCode(String code, double confidence, String rationale, List<Span> quotes) {

    /** @throws IllegalArgumentException if the confidence is no probability or there is no quote */
    public ProposedCode {
        Objects.requireNonNull(code);
        Objects.requireNonNull(rationale);
        quotes = List.copyOf(quotes);
        if (!(confidence >= 0 && confidence <= 1) || quotes.isEmpty()) {
            throw new IllegalArgumentException(
                    code + " with confidence " + confidence + " and " + quotes.size() + " quotes");
        }
    }

    @Override
    public String toString() {
        return "ProposedCode[" + code + " " + quotes + "]";
    }
}
