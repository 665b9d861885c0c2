package ai.meddoc.server.analyses;

import ai.meddoc.text.Finding;
import ai.meddoc.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trouble with the content, on the wire. */
public record FindingJson(
        String code,
        String step,
        String message,
        @Nullable Integer start,
        @Nullable Integer end) {

    static List<FindingJson> of(List<Finding> findings) {
        return findings.stream().map(FindingJson::of).toList();
    }

    private static FindingJson of(Finding finding) {
        Span span = finding.span();
        return new FindingJson(
                finding.code().name(),
                finding.step(),
                finding.message(),
                span == null ? null : span.start(),
                span == null ? null : span.end());
    }
}
