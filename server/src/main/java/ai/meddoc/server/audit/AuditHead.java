package ai.meddoc.server.audit;

/**
 * Where the chain ends.
 *
 * @param seq the last row's number, which is also how many there are; 0 for an empty chain
 * @param mac the last row's
 * @param keyId which key made the seal
 * @param seal covers number and mac, so that rows cannot be cut off unnoticed
 */
record AuditHead(long seq, String mac, String keyId, String seal) {

    static AuditHead sealed(long seq, String mac, AuditKey key) {
        return new AuditHead(seq, mac, key.id(), seal(seq, mac, key));
    }

    boolean holds(AuditKey key) {
        return seq == 0
                ? mac.isEmpty()
                : key.id().equals(keyId) && seal(seq, mac, key).equals(seal);
    }

    private static String seal(long seq, String mac, AuditKey key) {
        return key.mac("head|" + seq + "|" + mac);
    }
}
