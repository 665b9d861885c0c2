package ai.meddoc.infra.config;

/** A value of an environment is missing or wrong. The message is one line for the person who deploys. */
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
