package ai.meddoc.server.review;

import ai.meddoc.server.analyses.EvidenceSpan;
import java.util.List;

/** A code with what it says and what supports it. */
record Coded(String code, String description, List<EvidenceSpan> evidence) {

    Coded {
        evidence = List.copyOf(evidence);
    }

    boolean isSameAs(Coded other) {
        return code.equals(other.code) && evidence.equals(other.evidence);
    }

    /** Prints no quote. */
    @Override
    public String toString() {
        return "Coded[" + evidence.size() + " quotes]";
    }
}
