package ai.meddoc.server.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that seals the audit trail. It is kept outside the database, so that whoever can write rows cannot make a
 * chain that holds. Thread-safe.
 */
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

    private final SecretKeySpec key;
    private final String id;

    private AuditKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
        this.id = HEX.formatHex(sha256(secret), 0, 4);
    }

    public static AuditKey of(String secret) {
        return new AuditKey(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the key's file; makes it, readable for its owner alone, when there is none. */
    public static AuditKey kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        return of(Files.readString(file).strip());
    }

    private static void create(Path file) throws IOException {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        Path fresh = Files.createTempFile(file.getParent(), "audit", null);
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(fresh, HEX.formatHex(bits) + "\n", StandardOpenOption.SYNC);
            // A link and not a move: of several processes that start at once, one wins and the others read its key.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker.
        } catch (UnsupportedOperationException | FileSystemException e) {
            // A file system without links.
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Names the key without telling it. */
    String id() {
        return id;
    }

    String mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        return HEX.formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "AuditKey[" + id + "]";
    }
}
