package ai.meddoc.server.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps bytes under keys that say nothing. Implementations are thread-safe. */
public interface BlobStore {

    /** Where uploads arrive before they are kept: on the same file system where the store is a disk. */
    Path incoming();

    /**
     * Takes a file over. When this returns the bytes are durable; when it throws nothing is kept.
     *
     * @param file gone afterwards
     * @return the new, random key
     */
    String put(Path file) throws IOException;

    /** @throws java.nio.file.NoSuchFileException if there is no such key */
    InputStream open(String key) throws IOException;

    /** Does nothing if there is no such key. */
    void delete(String key) throws IOException;

    /** Whether bytes can be kept at this moment. */
    boolean isReady();
}
