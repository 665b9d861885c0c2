package ai.meddoc.server.audit;

import ai.meddoc.server.database.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Writes what was done and seen, in the transaction that did it: if the row cannot be written, nothing is done or shown.
 * Thread-safe.
 */
@Singleton
public final class AuditTrail {

    private final Database database;
    private final AuditKey key;
    private final InstantSource clock;

    AuditTrail(Database database, AuditKey key, InstantSource clock) {
        this.database = database;
        this.key = key;
        this.clock = clock;
    }

    /** Adds one row. Last in its transaction, since every other writer of rows waits from here to the commit. */
    public void append(Connection connection, AuditEntry entry) throws SQLException {
        AuditHead head = AuditRows.lockHead(connection);
        AuditRow row = AuditRow.of(head.seq(), clock.millis(), entry);
        String mac = key.mac(row.sealed(head.mac()));
        AuditRows.insert(connection, new AuditRows.Sealed(row, key.id(), head.mac(), mac));
        AuditRows.store(connection, AuditHead.sealed(row.seq(), mac, key));
    }

    /** For what has no transaction of its own. */
    public void record(AuditEntry entry) {
        change(entry, connection -> true);
    }

    /** Changes something and remembers it; nothing is remembered of what threw. */
    public <T> T change(AuditEntry entry, Database.Work<T> work) {
        return change(entry, work, (asked, made) -> asked);
    }

    /** @param describe adds to the entry what came of it */
    public <T> T change(AuditEntry entry, Database.Work<T> work, BiFunction<AuditEntry, T, AuditEntry> describe) {
        return database.write(connection -> {
            T made = work.on(connection);
            append(connection, describe.apply(entry, made));
            return made;
        });
    }

    /**
     * Looks something up and remembers that it was shown, or that it was asked for in vain.
     *
     * @param describe adds to the entry what the found value says
     */
    public <T> Optional<T> disclose(
            AuditEntry entry, Database.Work<Optional<T>> work, BiFunction<AuditEntry, T, AuditEntry> describe) {
        return database.write(connection -> {
            Optional<T> found = work.on(connection);
            append(connection, found.map(value -> describe.apply(entry, value)).orElseGet(entry::denied));
            return found;
        });
    }
}
