package ai.meddoc.server.blobs;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads what is stored and gives it out only when it is what was put there: every byte is read and compared by SHA-256
 * before the first is handed on. Thread-safe.
 */
@Singleton
public final class VerifiedBlobs {

    private static final int IN_MEMORY = 2 * 1024 * 1024;

    /** Where too much is held already. */
    private static final int LITTLE = 64 * 1024;

    /** What a crowd of readers in no hurry may hold of the heap. */
    private static final long SHARE = 16;

    private final BlobStore store;
    private final MemoryShare memory =
            new MemoryShare(Math.max(IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE));

    VerifiedBlobs(BlobStore store) {
        this.store = store;
    }

    /**
     * The stored bytes; to be closed.
     *
     * @param sha256 of what was put there, hexadecimal
     * @throws DamagedBlobException if they are others
     */
    public InputStream open(String key, String sha256) throws IOException {
        MemoryShare.Part part = memory.take(IN_MEMORY);
        try {
            return part.heldUntilClosed(open(key, sha256, part.isGranted() ? IN_MEMORY : LITTLE));
        } catch (IOException | RuntimeException e) {
            part.close();
            throw e;
        }
    }

    private InputStream open(String key, String sha256, int most) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(store.open(key), digest)) {
            byte[] head = in.readNBytes(most);
            if (head.length < most) {
                compare(digest, sha256);
                return new ByteArrayInputStream(head);
            }
            return spooled(head, in, () -> compare(digest, sha256));
        }
    }

    /** As {@link #open}, in memory. */
    public byte[] read(String key, String sha256) throws IOException {
        MessageDigest digest = sha256();
        byte[] bytes;
        try (InputStream in = store.open(key)) {
            bytes = in.readAllBytes();
        }
        digest.update(bytes);
        compare(digest, sha256);
        return bytes;
    }

    @FunctionalInterface
    private interface Check {
        void run() throws IOException;
    }

    /** The rest waits in a file of its own, so that what was checked is what is sent. */
    private InputStream spooled(byte[] head, InputStream rest, Check check) throws IOException {
        Path spool = Files.createTempFile(store.incoming(), "checked", null);
        try {
            try (OutputStream out = Files.newOutputStream(spool)) {
                rest.transferTo(out);
            }
            check.run();
            return new SequenceInputStream(
                    new ByteArrayInputStream(head), Files.newInputStream(spool, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            Files.deleteIfExists(spool);
            throw e;
        }
    }

    /** @throws DamagedBlobException if what was read is not of this SHA-256 */
    static void compare(MessageDigest digest, String sha256) throws DamagedBlobException {
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new DamagedBlobException();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
