package ai.meddoc.server.analyses;

import ai.meddoc.coding.Evidence;
import java.util.List;

/** A quote with its place. */
public record EvidenceSpan(int start, int end, int page, String quote) {

    static List<EvidenceSpan> of(List<Evidence> evidence) {
        return evidence.stream()
                .map(e -> new EvidenceSpan(e.span().start(), e.span().end(), e.page(), e.quote()))
                .toList();
    }

    static List<String> quotes(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::quote).toList();
    }
}
