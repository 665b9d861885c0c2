package ai.meddoc.server.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The sum of the SHA-256 of a table's lines: the same in whatever order a database gives them. */
final class RowSum {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest digest;
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    RowSum() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String line) {
        sum = sum.add(new BigInteger(1, digest.digest(line.getBytes(StandardCharsets.UTF_8))))
                .mod(LIMIT);
        rows++;
    }

    long rows() {
        return rows;
    }

    String text() {
        return String.format("%064x", sum);
    }
}
