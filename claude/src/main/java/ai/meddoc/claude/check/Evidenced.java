package ai.meddoc.claude.check;

import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;
import java.util.List;

/** Which places of a document may carry evidence: any that shares no character with a passage to a program. Immutable. */
record Evidenced(DocumentText text, List<Span> passages) {

    Evidenced {
        passages = List.copyOf(passages);
    }

    boolean isPassage(Span span) {
        return passages.stream().anyMatch(span::overlaps);
    }

    /** Whether the document tries to give orders at all. */
    boolean hasPassages() {
        return !passages.isEmpty();
    }
}
