package ai.meddoc.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** A copy and what it holds. */
record CopiedFile(long bytes, String sha256) {

    /** What the bytes go through on their way to the disk. */
    @FunctionalInterface
    interface Wrapping {
        OutputStream wrap(OutputStream out) throws IOException;
    }

    /** @param target must not exist; its folder is made */
    static CopiedFile of(InputStream in, Path target) throws IOException {
        return of(in, target, out -> out);
    }

    /** @param target must not exist; its folder is made */
    static CopiedFile of(InputStream in, Path target, Wrapping wrapping) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (DigestInputStream digested = new DigestInputStream(in, digest());
                OutputStream out = wrapping.wrap(Files.newOutputStream(Files.createFile(target)))) {
            long bytes = digested.transferTo(out);
            return new CopiedFile(
                    bytes, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        }
    }

    static String digestOf(InputStream in) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(in, digest())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
