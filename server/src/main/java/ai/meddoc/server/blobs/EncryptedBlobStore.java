package ai.meddoc.server.blobs;

import ai.meddoc.server.sealing.EnvelopeKeys;
import ai.meddoc.server.sealing.SealedStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Another store, whose files are encrypted, each by a key of its own (AES-256-GCM in segments), which stands in the file's
 * head wrapped by a key that is not in the store. Files from before encryption was switched on are read as they are.
 * Thread-safe.
 */
public final class EncryptedBlobStore implements BlobStore, AutoCloseable {

    private final BlobStore store;
    private final EnvelopeKeys keys;
    private final SealedStreams streams;

    EncryptedBlobStore(BlobStore store, EnvelopeKeys keys) {
        this.store = store;
        this.keys = keys;
        this.streams = new SealedStreams(keys);
    }

    @Override
    public Path incoming() {
        return store.incoming();
    }

    @Override
    public String put(Path file) throws IOException {
        return sealed(file, store::put);
    }

    @Override
    public void putBack(Path file, String key) throws IOException {
        BlobKey.check(key);
        sealed(file, whole -> {
            store.putBack(whole, key);
            return key;
        });
    }

    @Override
    public void replace(Path file, String key) throws IOException {
        sealed(file, whole -> {
            store.replace(whole, key);
            return key;
        });
    }

    /** The name of the key that opens a file; empty if it is in clear. */
    public Optional<String> keyName(String key) throws IOException {
        try (InputStream in = store.open(key)) {
            return SealedStreams.keyName(in);
        }
    }

    /**
     * Encrypts a file anew, under the newest key and a fresh key of its own.
     *
     * @return false if the newest key encrypts it already
     * @throws DamagedBlobException if its clear bytes are others than they were: they stay as they are
     */
    public boolean reseal(String key, String sha256) throws IOException {
        if (keyName(key).filter(name -> name.equals(keys.newestName())).isPresent()) {
            return false;
        }
        Path sealed = Files.createTempFile(store.incoming(), "resealed", null);
        try {
            MessageDigest sum = VerifiedBlobs.sha256();
            try (InputStream in = new DigestInputStream(open(key), sum);
                    OutputStream out = streams.seal(Files.newOutputStream(sealed))) {
                in.transferTo(out);
            }
            VerifiedBlobs.compare(sum, sha256);
            store.replace(sealed, key);
            return true;
        } finally {
            Files.deleteIfExists(sealed);
        }
    }

    @FunctionalInterface
    private interface Keeping {
        String keep(Path sealed) throws IOException;
    }

    private String sealed(Path file, Keeping keeping) throws IOException {
        Path sealed = Files.createTempFile(store.incoming(), "sealed", null);
        try {
            try (OutputStream content = streams.seal(Files.newOutputStream(sealed))) {
                Files.copy(file, content);
            }
            String key = keeping.keep(sealed);
            Files.delete(file);
            return key;
        } finally {
            Files.deleteIfExists(sealed);
        }
    }

    @Override
    public InputStream open(String key) throws IOException {
        return streams.open(store.open(key));
    }

    @Override
    public void delete(String key) throws IOException {
        store.delete(key);
    }

    @Override
    public void each(Consumer<StoredBlob> visitor) throws IOException {
        store.each(visitor);
    }

    @Override
    public boolean has(String key) throws IOException {
        return store.has(key);
    }

    @Override
    public boolean isReady() {
        return store.isReady();
    }

    @Override
    public void close() throws Exception {
        if (store instanceof AutoCloseable open) {
            open.close();
        }
    }
}
