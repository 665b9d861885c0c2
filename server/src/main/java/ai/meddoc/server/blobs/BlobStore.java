package ai.meddoc.server.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

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

    /**
     * As {@link #put(Path)}, under the key that it had in a store that is being restored. Whoever wraps a store does to these
     * bytes what it does to others.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something is kept under the key: nothing is overwritten
     */
    void putBack(Path file, String key) throws IOException;

    /**
     * Takes a file over in the place of what is kept under a key, of which nothing stays. Whoever reads meanwhile gets the
     * one or the other whole.
     */
    void replace(Path file, String key) throws IOException;

    /** With every version that the store keeps of it. Does nothing if there is no such key. */
    void delete(String key) throws IOException;

    /** Goes through all that is kept, in no order. What is no key of ours is passed over. */
    void each(Consumer<StoredBlob> visitor) throws IOException;

    /** Whether something is kept under a key. */
    boolean has(String key) throws IOException;

    /** Whether bytes can be kept at this moment. */
    boolean isReady();
}
