package ai.meddoc.claude.prompt;

import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about one stretch of a document. Holds text that may be PHI.
 *
 * @param document the stretch as it may leave the machine
 * @param candidates lines without a word of the document
 * @param type the type that the caller gave, or null
 */
public record Question(
        String document,
        List<String> candidates,
        EncounterClass encounterClass,
        @Nullable DocumentType type) {

    private static final int KEY = 8;

    public Question {
        Objects.requireNonNull(document);
        Objects.requireNonNull(encounterClass);
        candidates = List.copyOf(candidates);
    }

    /** The user's message. The key comes from the document, so that equal questions are equal bytes. */
    public String message() {
        String key = key();
        StringBuilder text = new StringBuilder(document.length() + 4000);
        text.append("Encounter: ")
                .append(encounterClass.name().toLowerCase(java.util.Locale.ROOT))
                .append('\n');
        if (type != null) {
            text.append("Document type, given: ").append(type.wireName()).append('\n');
        }
        text.append("Candidates (code | title | what software made of it):\n");
        candidates.forEach(line -> text.append(line).append('\n'));
        text.append("<document-").append(key).append(">\n");
        text.append(document);
        text.append("\n</document-").append(key).append(">\n");
        return text.toString();
    }

    /** Eight characters that do not occur in the document. */
    private String key() {
        String key = hash(document);
        while (document.contains(key)) {
            key = hash(key + document);
        }
        return key;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Question[" + document.length() + " characters, " + candidates.size() + " candidates]";
    }
}
