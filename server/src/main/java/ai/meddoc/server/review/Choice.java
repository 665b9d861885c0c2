package ai.meddoc.server.review;

import ai.meddoc.server.analyses.EvidenceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, complete in itself: it can be read again without the document or a release. Stored as JSON.
 *
 * @param action of {@link ReviewAction}, as on the wire
 * @param item the line that was decided on
 * @param code the code chosen: of an amended, added or restored line
 * @param evidenceSpans what supports the code chosen
 * @param order lines that come first, in their order
 * @param undoes the revision that was taken back
 */
public record Choice(
        String action,
        @Nullable String item,
        @Nullable String code,
        @Nullable String description,
        @Nullable String reason,
        List<EvidenceSpan> evidenceSpans,
        List<String> order,
        @Nullable Integer undoes) {

    public Choice {
        evidenceSpans = List.copyOf(evidenceSpans);
        order = List.copyOf(order);
    }

    static Choice of(ReviewAction action, @Nullable String reason) {
        return new Choice(action.wireName(), null, null, null, reason, List.of(), List.of(), null);
    }

    Choice on(String line) {
        return new Choice(action, line, code, description, reason, evidenceSpans, order, undoes);
    }

    Choice with(Coded coded) {
        return new Choice(action, item, coded.code(), coded.description(), reason, coded.evidence(), order, undoes);
    }

    Choice sequence(List<String> lines) {
        return new Choice(action, item, code, description, reason, evidenceSpans, lines, undoes);
    }

    Choice undoing(int revision) {
        return new Choice(action, item, code, description, reason, evidenceSpans, order, revision);
    }

    ReviewAction kind() {
        return ReviewAction.fromWireName(action).orElseThrow();
    }

    Coded coded() {
        if (code == null || description == null) {
            throw new IllegalStateException("a decision " + action + " without a code");
        }
        return new Coded(code, description, evidenceSpans);
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "Choice[" + action + " " + item + "]";
    }
}
