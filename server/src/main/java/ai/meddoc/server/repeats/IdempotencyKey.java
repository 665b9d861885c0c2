package ai.meddoc.server.repeats;

import ai.meddoc.server.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client called its request in the header {@code Idempotency-Key}. Kept as a hash: clients put names in it.
 *
 * @param hash SHA-256 of the tenant and the name, hexadecimal: two tenants may choose the same
 */
public record IdempotencyKey(String hash) {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    /** Null where the client gave no name. */
    public static @Nullable IdempotencyKey of(@Nullable String header, String tenant) {
        if (header == null) {
            return null;
        }
        if (!FORM.matcher(header).matches()) {
            throw ProblemException.malformed(
                    "Idempotency-Key must be 1 to 255 visible ASCII characters without spaces.");
        }
        return new IdempotencyKey(sha256(tenant + " " + header));
    }

    /** A request under this key; the words are all that makes two requests the same. */
    public KeyedRequest request(String... words) {
        return new KeyedRequest(hash, sha256(String.join("\n", words)));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
