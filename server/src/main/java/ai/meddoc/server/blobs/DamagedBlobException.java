package ai.meddoc.server.blobs;

import java.io.IOException;

/** What the store holds under a key is not what was put there, by its SHA-256. */
public final class DamagedBlobException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBlobException() {
        super("the stored bytes do not match their SHA-256");
    }
}
