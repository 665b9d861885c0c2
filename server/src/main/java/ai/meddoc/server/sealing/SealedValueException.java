package ai.meddoc.server.sealing;

/** A stored value cannot be opened: its key is not here, it was changed, or it is another row's. */
public final class SealedValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SealedValueException(SealedColumn column, Throwable cause) {
        super("a value of " + column.place() + " cannot be opened; see ENCRYPTION_KEY_FILE", cause);
    }
}
