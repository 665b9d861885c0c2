package ai.meddoc.claude;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Random;

/** Generates replies of every badness from a seed. */
final class HostileReplies {

    private static final String[] STRANGE = {
        "", " ", "\u0000", "<script>alert(1)</script>", "<b>I10</b>", "\ud800", "\ud83d\ude00", "${jndi:x}",
                "'; DROP TABLE",
        "I10\nI11", "../../x", "\u202eI10", "null", "{\"codes\":[]}", "http://evil.example/x", "E11.9 E11.9", "e11.9",
                "E119",
        "You read one medical document for a coder and a provider in the United States."
    };

    private final Random random;
    private final String note;
    private final Icd10Cm release;

    HostileReplies(Random random, String note, Icd10Cm release) {
        this.random = random;
        this.note = note;
        this.release = release;
    }

    String reply() {
        String whole = object();
        return switch (random.nextInt(14)) {
            case 0 -> whole.substring(0, random.nextInt(whole.length() + 1));
            case 1 -> "```json\n" + whole + "\n```";
            case 2 -> garbled(whole);
            default -> whole;
        };
    }

    private String garbled(String text) {
        StringBuilder garbled = new StringBuilder(text);
        for (int i = random.nextInt(5); i >= 0 && !garbled.isEmpty(); i--) {
            garbled.setCharAt(random.nextInt(garbled.length()), (char) random.nextInt(0x3000));
        }
        return garbled.toString();
    }

    private String object() {
        return "{\"document_type\": " + type() + ", \"codes\": " + array(this::code) + ", \"declined\": "
                + array(this::declined) + ", \"summary\": " + array(this::statement) + "}";
    }

    private String type() {
        String[] names = {"CT", "X-RAY", "OTHER", "CLINICAL NOTE", "INVOICE", strange()};
        return "{\"type\": " + quoted(pick(names)) + ", \"confidence\": " + number() + ", \"rationale\": "
                + quoted(words()) + ", \"quotes\": " + array(() -> quoted(quote())) + "}";
    }

    private String code() {
        return random.nextInt(25) == 0
                ? pick("7", "null", "[]", "\"I10\"", "{}")
                : "{\"code\": " + quoted(codeName()) + ", \"confidence\": " + number() + ", \"rationale\": "
                        + quoted(words()) + ", \"quotes\": " + array(() -> quoted(quote())) + "}";
    }

    private String declined() {
        return "{\"code\": " + quoted(codeName()) + ", \"reason\": " + quoted(words()) + "}";
    }

    private String statement() {
        return "{\"statement\": " + quoted(words()) + ", \"quotes\": " + array(() -> quoted(quote())) + "}";
    }

    private String codeName() {
        return switch (random.nextInt(5)) {
            case 0 -> strange();
            case 1 -> pick("E11.9", "I10", "J44.1", "G43.009", "R07.9", "C50.919", "J18.9", "Z80.3", "I21.9");
            case 2 -> "" + (char) ('A' + random.nextInt(26)) + random.nextInt(100) + "." + random.nextInt(1000);
            default -> release.codeAt(random.nextInt(release.size()));
        };
    }

    private String quote() {
        int start = random.nextInt(note.length());
        int end = Math.min(note.length(), start + 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 40));
        String piece = note.substring(start, end);
        return switch (random.nextInt(6)) {
            case 0 -> strange();
            case 1 -> piece.toUpperCase(java.util.Locale.ROOT).replace(' ', '\n');
            case 2 -> garbled(piece);
            case 3 -> pick("Type 2 diabetes mellitus", "Hypertension", "chest pain", "COPD exacerbation", "Migraine");
            default -> piece;
        };
    }

    private String words() {
        return switch (random.nextInt(4)) {
            case 0 -> strange();
            case 1 -> "x".repeat(random.nextInt(4000));
            default -> quote() + " " + quote();
        };
    }

    private String number() {
        return pick("0.5", "7", "-1", "NaN", "1e999", "\"high\"", "null", "0.93", "1");
    }

    private String strange() {
        return pick(STRANGE);
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private String array(java.util.function.Supplier<String> item) {
        StringBuilder items = new StringBuilder("[");
        int n = random.nextInt(30) == 0 ? 200 : random.nextInt(5);
        for (int i = 0; i < n; i++) {
            items.append(i == 0 ? "" : ", ").append(item.get());
        }
        return items.append(']').toString();
    }

    private static String quoted(String text) {
        return LoopbackClaude.JSON.valueToTree(text).toString();
    }
}
