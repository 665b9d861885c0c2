package ai.meddoc.server.blobs;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keys that say nothing: 128 random bits, sharded by the first eight. */
final class BlobKey {

    private static final Pattern KEY = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{32}");
    private static final HexFormat HEX = HexFormat.of();
    private static final SecureRandom RANDOM = new SecureRandom();

    private BlobKey() {}

    static String random() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        String name = HEX.formatHex(bits);
        return name.substring(0, 2) + "/" + name;
    }

    static boolean is(String text) {
        return KEY.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if it is no key, so that no path is ever made of what a caller sends */
    static String check(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key");
        }
        return key;
    }
}
