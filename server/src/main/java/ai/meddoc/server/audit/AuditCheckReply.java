package ai.meddoc.server.audit;

import java.util.List;

/**
 * Whether the chain holds.
 *
 * @param findings where it does not: numbers of rows, no content
 * @param anchor its end, to be kept elsewhere
 */
public record AuditCheckReply(boolean holds, long rows, List<String> findings, String anchor) {

    public AuditCheckReply {
        findings = List.copyOf(findings);
    }
}
