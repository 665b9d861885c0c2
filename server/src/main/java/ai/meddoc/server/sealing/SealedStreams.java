package ai.meddoc.server.sealing;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Encrypts streams, each by a key of its own (AES-256-GCM in segments), which stands in the head wrapped by a key that is
 * not stored with it. Thread-safe.
 */
public final class SealedStreams {

    private static final byte[] MAGIC = "MEDDOC\0\1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final int MOST_WRAPPED = 256;

    private final EnvelopeKeys keys;
    private final SecureRandom random = new SecureRandom();

    public SealedStreams(EnvelopeKeys keys) {
        this.keys = keys;
    }

    /** What is written is complete when the stream is closed. */
    public OutputStream seal(OutputStream target) throws IOException {
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            EnvelopeKeys.Wrapped wrapped = keys.wrap(key);
            DataOutputStream out = new DataOutputStream(target);
            out.write(MAGIC);
            out.write(wrapped.keyName());
            out.writeShort(wrapped.key().length);
            out.write(wrapped.key());
            return cipher(key).newEncryptingStream(out, MAGIC);
        } catch (GeneralSecurityException e) {
            throw new IOException("a file could not be encrypted", e);
        }
    }

    /** The clear bytes; what was not sealed is read as it is. Closes the source if it cannot be opened. */
    public InputStream open(InputStream source) throws IOException {
        PushbackInputStream in = new PushbackInputStream(source, MAGIC.length);
        try {
            byte[] head = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(head, MAGIC)) {
                in.unread(head);
                return in;
            }
            return cipher(keys.unwrap(wrapped(new DataInputStream(in)))).newDecryptingStream(in, MAGIC);
        } catch (GeneralSecurityException e) {
            in.close();
            throw new IOException("a file's own key cannot be opened; see ENCRYPTION_KEY_FILE", e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether a stream starts as sealed ones do; reads its first bytes. */
    public static boolean isSealed(InputStream source) throws IOException {
        return Arrays.equals(source.readNBytes(MAGIC.length), MAGIC);
    }

    /** The name of the key that a stream is sealed under, empty if it is in clear; reads its first bytes. */
    public static Optional<String> keyName(InputStream source) throws IOException {
        if (!isSealed(source)) {
            return Optional.empty();
        }
        byte[] name = source.readNBytes(EnvelopeKeys.NAME_BYTES);
        if (name.length < EnvelopeKeys.NAME_BYTES) {
            throw new IOException("a sealed file's head is damaged");
        }
        return Optional.of(HexFormat.of().formatHex(name));
    }

    private static EnvelopeKeys.Wrapped wrapped(DataInputStream in) throws IOException {
        byte[] name = in.readNBytes(EnvelopeKeys.NAME_BYTES);
        int length = in.readUnsignedShort();
        if (length > MOST_WRAPPED) {
            throw new IOException("a sealed file's head is damaged");
        }
        return new EnvelopeKeys.Wrapped(name, in.readNBytes(length));
    }

    private static AesGcmHkdfStreaming cipher(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    }
}
