package ai.meddoc.server.settings;

/** A setting is wrong. The message is one line for the person who starts the server. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
