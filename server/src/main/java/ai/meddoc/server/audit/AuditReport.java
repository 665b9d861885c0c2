package ai.meddoc.server.audit;

import java.util.List;

/**
 * What following the chain showed.
 *
 * @param findings where it does not hold; the first twenty
 * @param head its end, to be kept elsewhere
 */
public record AuditReport(long rows, List<String> findings, AuditAnchor head) {

    public AuditReport {
        findings = List.copyOf(findings);
    }

    public boolean holds() {
        return findings.isEmpty();
    }
}
