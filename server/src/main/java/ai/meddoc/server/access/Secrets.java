package ai.meddoc.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of 256 bits: too many to guess, so that a plain SHA-256 is enough to keep them. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Secrets() {}

    static String fresh() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return TEXT.encodeToString(bits);
    }

    /** What is stored of a secret. */
    static String hash(String secret) {
        return HexFormat.of().formatHex(sha256(secret));
    }

    /**
     * The token that a page sends with every change it asks for. Another site's page can make a browser send the cookie,
     * but not read it, and so cannot know this.
     */
    static String csrf(String session) {
        return TEXT.encodeToString(sha256("csrf|" + session));
    }

    /** What goes with a request to sign in, so that only whoever knows the verifier can use the answer: RFC 7636. */
    static String challenge(String verifier) {
        return TEXT.encodeToString(sha256(verifier));
    }

    /** In a time that tells nothing of where they differ. */
    static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
