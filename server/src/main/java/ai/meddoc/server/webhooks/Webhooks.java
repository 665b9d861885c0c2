package ai.meddoc.server.webhooks;

import ai.meddoc.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Notes what receivers are to be told, in the transaction in which it happened. Immutable. */
@Singleton
public final class Webhooks {

    private final List<URI> receivers;

    @Inject
    Webhooks(Settings settings) {
        this(settings.webhooks().urls());
    }

    /** @param receivers empty where nobody wants to know */
    public Webhooks(List<URI> receivers) {
        this.receivers = List.copyOf(receivers);
    }

    /** @param state how it ended: done, failed, cancelled */
    public void jobEnded(Connection connection, long job, String state, long now) throws SQLException {
        for (URI receiver : receivers) {
            WebhookRows.insert(connection, job, receiver.toString(), "job." + state, now);
        }
    }
}
