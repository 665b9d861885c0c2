package ai.meddoc.server.sealing;

import ai.meddoc.server.settings.Settings;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens values of columns. A sealed value is bound to its tenant, column and row, so that it opens nowhere else;
 * what bears no mark was stored in clear and is read as it is. Thread-safe.
 */
public final class SealedColumns {

    /** With a control character, which neither names nor JSON start with. */
    public static final String MARK = "\u0001sealed:";

    private static final int KEY_BYTES = 32;

    private final @Nullable EnvelopeKeys keys;
    private final boolean sealing;
    private final SecureRandom random = new SecureRandom();

    private SealedColumns(@Nullable EnvelopeKeys keys, boolean sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    public static SealedColumns of(Settings settings) {
        var file = settings.encryptionKeys();
        return file == null ? off() : new SealedColumns(EnvelopeKeys.read(file), settings.encryptDatabase());
    }

    /** Values are stored as they are. */
    public static SealedColumns off() {
        return new SealedColumns(null, false);
    }

    /** What is new is sealed, whatever the settings say. */
    public static SealedColumns with(EnvelopeKeys keys) {
        return new SealedColumns(keys, true);
    }

    /** Whether values may be sealed, so that the database cannot search in them. */
    public boolean mayBeSealed() {
        return keys != null;
    }

    /** @param row what names the row, as {@link SealedColumn} says */
    public String seal(SealedColumn column, String clear, String tenant, Object... row) {
        if (keys == null || !sealing) {
            return clear;
        }
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            EnvelopeKeys.Wrapped wrapped = keys.wrap(key);
            byte[] content =
                    new AesGcmJce(key).encrypt(clear.getBytes(StandardCharsets.UTF_8), identity(column, tenant, row));
            byte[] whole = ByteBuffer.allocate(1 + wrapped.key().length + content.length)
                    .put((byte) wrapped.key().length)
                    .put(wrapped.key())
                    .put(content)
                    .array();
            return written(wrapped.keyName(), whole);
        } catch (GeneralSecurityException e) {
            throw new SealedValueException(column, e);
        }
    }

    /** @throws SealedValueException if it was sealed and cannot be opened as this row's */
    public String open(SealedColumn column, String stored, String tenant, Object... row) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        try {
            if (keys == null) {
                throw new GeneralSecurityException("ENCRYPTION_KEY_FILE is not set");
            }
            int name = MARK.length();
            int end = name + 2 * EnvelopeKeys.NAME_BYTES;
            ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(stored.substring(end + 1)));
            byte[] wrapped = new byte[Byte.toUnsignedInt(whole.get())];
            whole.get(wrapped);
            byte[] content = new byte[whole.remaining()];
            whole.get(content);
            byte[] keyName = HexFormat.of().parseHex(stored, name, end);
            if (!stored.equals(written(keyName, whole.array()))) {
                throw new GeneralSecurityException("not as it was written");
            }
            byte[] key = keys.unwrap(new EnvelopeKeys.Wrapped(keyName, wrapped));
            return new String(
                    new AesGcmJce(key).decrypt(content, identity(column, tenant, row)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new SealedValueException(column, e);
        }
    }

    private static String written(byte[] keyName, byte[] whole) {
        return MARK + HexFormat.of().formatHex(keyName) + ":"
                + Base64.getEncoder().encodeToString(whole);
    }

    /** Each part with its length, so that no two rows have the same. */
    private static byte[] identity(SealedColumn column, String tenant, Object... row) {
        StringBuilder parts = new StringBuilder("meddoc column 1");
        append(parts, column.place());
        append(parts, tenant);
        for (Object part : row) {
            append(parts, String.valueOf(part));
        }
        return parts.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder parts, String part) {
        parts.append('|').append(part.length()).append(':').append(part);
    }
}
