package ai.meddoc.server.audit;

/** @param anchor the chain's end: kept elsewhere, it shows later whether rows were cut off */
public record AuditHeadReply(long rows, String anchor) {}
