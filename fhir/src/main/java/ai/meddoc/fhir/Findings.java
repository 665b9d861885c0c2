package ai.meddoc.fhir;

import ai.meddoc.text.Finding;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Trouble with the content, and documents that could not be read, as outcomes. */
final class Findings {

    private Findings() {}

    static OperationOutcome of(List<Finding> findings) {
        OperationOutcome outcome = new OperationOutcome();
        for (Finding finding : findings) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.WARNING)
                    .setCode(finding.code() == Finding.Code.PARTIAL ? IssueType.INCOMPLETE : IssueType.INFORMATIONAL)
                    .setDetails(new CodeableConcept().setText(finding.code().name()))
                    .setDiagnostics(finding.message());
        }
        return outcome;
    }

    static OperationOutcome failure(String reason, String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.PROCESSING)
                .setDetails(new CodeableConcept().setText(reason))
                .setDiagnostics(message);
        return outcome;
    }
}
