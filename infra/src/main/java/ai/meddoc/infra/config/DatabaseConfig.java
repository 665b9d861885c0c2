package ai.meddoc.infra.config;

/**
 * The PostgreSQL instance.
 *
 * @param storageGb at the start; it grows by itself up to {@code maxStorageGb}
 * @param backupDays how far back a point-in-time restore reaches
 * @param maxConnections what the instance class allows
 */
public record DatabaseConfig(
        String instanceClass, boolean multiAz, int storageGb, int maxStorageGb, int backupDays, int maxConnections) {

    /** From how many connections on someone must look: 80%. */
    public int connectionsAlarm() {
        return maxConnections * 80 / 100;
    }
}
