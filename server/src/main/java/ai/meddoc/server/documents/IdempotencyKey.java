package ai.meddoc.server.documents;

import ai.meddoc.server.problems.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a client called its request in the header {@code Idempotency-Key}. Kept as a hash: clients put names in it.
 *
 * @param hash SHA-256 of the tenant and the name, hexadecimal: two tenants may choose the same
 */
record IdempotencyKey(String hash) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    static IdempotencyKey of(String header, String tenant) {
        if (!FORM.matcher(header).matches()) {
            throw ProblemException.malformed(
                    "Idempotency-Key must be 1 to 255 visible ASCII characters without spaces.");
        }
        return new IdempotencyKey(Sha256.of((tenant + " " + header).getBytes(StandardCharsets.US_ASCII)));
    }

    /** What makes two requests the same: the bytes and everything said of them. */
    static String fingerprint(NewDocument document, String sha256) {
        String said = String.join(
                "\n",
                sha256,
                document.filename(),
                String.valueOf(document.runPipeline()),
                String.valueOf(document.typeHint()),
                String.valueOf(document.encounter().encounterClass()),
                String.valueOf(document.encounter().dateOfService()));
        return Sha256.of(said.getBytes(StandardCharsets.UTF_8));
    }
}
