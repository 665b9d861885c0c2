package ai.meddoc.claude.deid;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives each identifier of one document its surrogate: a tag with its kind and number. Dates keep their distances: they
 * move together by a number of days that depends on the document. Used for one document; not thread-safe.
 */
final class Surrogates {

    private final String document;
    private final DateShift dates;
    private final Map<String, String> byOriginal = new HashMap<>();
    private final Map<String, String> originals = new LinkedHashMap<>();
    private final Map<IdentifierKind, Integer> numbers = new HashMap<>();

    Surrogates(String document) {
        this.document = document;
        this.dates = DateShift.of(document);
    }

    String of(IdentifierKind kind, String original) {
        String key = kind + " " + original.toLowerCase(Locale.ROOT).strip();
        return byOriginal.computeIfAbsent(key, k -> remember(surrogate(kind, original), original));
    }

    private String remember(String surrogate, String original) {
        originals.putIfAbsent(surrogate, original);
        return surrogate;
    }

    private String surrogate(IdentifierKind kind, String original) {
        if (kind == IdentifierKind.AGE_OVER_89) {
            return "90";
        }
        if (kind == IdentifierKind.DATE) {
            String shifted = dates.shift(original);
            if (!shifted.isEmpty() && !document.contains(shifted) && !originals.containsKey(shifted)) {
                return shifted;
            }
        }
        String tag;
        do {
            tag = "[" + kind.name().replace('_', '-') + "-" + numbers.merge(kind, 1, Integer::sum) + "]";
        } while (document.contains(tag));
        return tag;
    }

    /** From each surrogate to what it stands for, the longest surrogates first so that none is replaced inside another. */
    Map<String, String> originals() {
        Map<String, String> sorted = new LinkedHashMap<>();
        originals.entrySet().stream()
                .filter(e -> !e.getKey().equals("90"))
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
