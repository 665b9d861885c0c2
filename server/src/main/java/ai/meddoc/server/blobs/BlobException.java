package ai.meddoc.server.blobs;

import java.io.IOException;

/** The store did not do what it was asked; trying again makes sense. The message holds a status, never a key. */
public final class BlobException extends IOException {

    private static final long serialVersionUID = 1L;

    BlobException(String message, Throwable cause) {
        super(message, cause);
    }
}
