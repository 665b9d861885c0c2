package ai.meddoc.server.analyses;

/**
 * Who pays for an answer, and for which document.
 *
 * @param document its number as text; empty for a text that is not stored
 */
record Payer(String tenant, String document) {

    static Payer forDocument(Claim claim) {
        return new Payer(claim.tenant(), String.valueOf(claim.documentId()));
    }

    static Payer forText(String tenant) {
        return new Payer(tenant, "");
    }
}
