package ai.meddoc.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which rules this program holds: the tables of language, coding, laboratory and summary rules and the learned weights.
 * Two answers of one engine version with the same rule set and the same terminology release differ in nothing. Immutable.
 */
public final class RuleSet {

    private static final String ROOT = "/ai/meddoc/";
    private static final int BYTES = 6;

    private RuleSet() {}

    /**
     * The version of the bundled rules: the first 12 hexadecimal digits of a SHA-256 over the names and bytes of all
     * tables.
     */
    public static String version() {
        MessageDigest digest = sha256();
        for (String name : files()) {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(name));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    static List<String> files() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(open("engine/rule-files.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        InputStream in = RuleSet.class.getResourceAsStream(ROOT + name);
        if (in == null) {
            throw new IllegalStateException("the program lacks its table " + name);
        }
        return in;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
