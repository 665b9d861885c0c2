package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10CmCode;
import java.util.List;
import java.util.Objects;

/**
 * A code that the document supports.
 *
 * @param code billable in the release used
 * @param status reported, or only suggested until a provider confirms it
 * @param confidence 0..1, calibrated: of assignments with confidence p, a share p is right
 * @param rationale one or two sentences for a coder: what the text says, which rule applied
 * @param ruleIds the coding rules that shaped the assignment, in order of application
 * @param evidence at least one
 * @param firstListed whether it is sequenced first (Official Guidelines IV.G, II)
 */
public record CodeAssignment(
        Icd10CmCode code,
        Status status,
        double confidence,
        String rationale,
        List<String> ruleIds,
        List<Evidence> evidence,
        boolean firstListed) {

    /** Whether a coder would report it as it stands. */
    public enum Status {
        REPORTED,
        /** From a laboratory value alone: abnormal findings are not coded unless the provider says so (III.B). */
        SUGGESTED
    }

    public CodeAssignment {
        if (!code.billable()) {
            throw new IllegalArgumentException(code.code() + " is not billable");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(code.code() + " has no evidence");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence);
        }
        Objects.requireNonNull(status);
        Objects.requireNonNull(rationale);
        ruleIds = List.copyOf(ruleIds);
        evidence = List.copyOf(evidence);
    }

    /** The same, sequenced first. */
    CodeAssignment asFirstListed() {
        return new CodeAssignment(code, status, confidence, rationale, ruleIds, evidence, true);
    }

    /** The same, with the proposer's argument before ours. */
    CodeAssignment arguedBy(String argument) {
        return new CodeAssignment(code, status, confidence, argument + ' ' + rationale, ruleIds, evidence, firstListed);
    }

    @Override
    public String toString() {
        return "CodeAssignment[" + code.code() + " " + status + " " + evidence + "]";
    }
}
