package ai.meddoc.server.sealing;

import ai.meddoc.server.settings.SettingsException;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that wrap each file's and each value's own key: from a file with one key on each line, the newest first. What is
 * new uses the first; the others open what was stored before. Immutable.
 */
public final class EnvelopeKeys {

    /** How many bytes name a key in a file's head. */
    public static final int NAME_BYTES = 8;

    private static final int KEY_BYTES = 32;
    private static final byte[] PURPOSE = "meddoc file key".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Aead> keys;
    private final byte[] newest;
    private final Set<String> names;

    private EnvelopeKeys(Map<String, Aead> keys, Set<String> names, byte[] newest) {
        this.keys = keys;
        this.newest = newest;
        this.names = names;
    }

    /** A file's own key as it is stored, and the name of the key that opens it. */
    record Wrapped(byte[] keyName, byte[] key) {

        /** Prints no key. */
        @Override
        public String toString() {
            return "Wrapped[]";
        }
    }

    /** @throws SettingsException if the file cannot be read or holds something else */
    public static EnvelopeKeys read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            List<byte[]> names = new ArrayList<>();
            Map<String, Aead> keys = new LinkedHashMap<>();
            for (String line : lines) {
                byte[] key = Base64.getDecoder().decode(line);
                if (key.length != KEY_BYTES) {
                    throw wrong();
                }
                byte[] name = name(key);
                names.add(name);
                keys.put(Arrays.toString(name), new AesGcmJce(key));
            }
            if (names.isEmpty()) {
                throw wrong();
            }
            Set<String> written = new LinkedHashSet<>();
            names.forEach(name -> written.add(HexFormat.of().formatHex(name)));
            return new EnvelopeKeys(keys, Collections.unmodifiableSet(written), names.getFirst());
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            throw wrong();
        }
    }

    private static SettingsException wrong() {
        return new SettingsException("ENCRYPTION_KEY_FILE must be a file with a key on each line, the newest first: 32"
                + " bytes as Base64, such as 'openssl rand -base64 32' prints");
    }

    private static byte[] name(byte[] key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), NAME_BYTES);
    }

    /** What names the key that new things use; it tells nothing of the key. */
    public String newestName() {
        return HexFormat.of().formatHex(newest);
    }

    /** Those of all keys, the newest first. */
    public Set<String> names() {
        return names;
    }

    byte[] newest() {
        return newest.clone();
    }

    Wrapped wrap(byte[] key) throws GeneralSecurityException {
        return new Wrapped(newest.clone(), aead(newest).encrypt(key, PURPOSE));
    }

    /** @throws GeneralSecurityException if no key here opens it */
    byte[] unwrap(Wrapped wrapped) throws GeneralSecurityException {
        return aead(wrapped.keyName()).decrypt(wrapped.key(), PURPOSE);
    }

    private Aead aead(byte[] name) throws GeneralSecurityException {
        Aead aead = keys.get(Arrays.toString(name));
        if (aead == null) {
            throw new GeneralSecurityException("the key is not in ENCRYPTION_KEY_FILE");
        }
        return aead;
    }
}
