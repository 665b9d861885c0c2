package ai.meddoc.mention;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells an abbreviation's other meaning by the words beside it: "ED visit" is no erectile dysfunction, "98% RA" no
 * arthritis. Immutable; thread-safe.
 */
final class OtherSenses {

    private static final int NEAR = 2;
    private static final int COLUMNS = 4;
    private static final Neighbours NONE = new Neighbours(Set.of(), Set.of());

    private final Map<String, Neighbours> byAbbreviation = new HashMap<>();

    private OtherSenses() {}

    /** @param before what stands within two tokens before the other sense, {@code after} what follows it */
    private record Neighbours(Set<String> before, Set<String> after) {}

    static OtherSenses load() {
        OtherSenses senses = new OtherSenses();
        for (List<String> row : RuleFile.rows(OtherSenses.class, "other-senses.tsv", COLUMNS)) {
            senses.byAbbreviation.put(row.get(0), new Neighbours(words(row.get(1)), words(row.get(2))));
        }
        return senses;
    }

    private static Set<String> words(String cell) {
        return cell.equals("-") ? Set.of() : Set.of(cell.split(" "));
    }

    /**
     * Whether the words beside an abbreviation give it another meaning than the index's.
     *
     * @param at the abbreviation's index in the sentence's tokens
     */
    boolean apply(String abbreviation, String text, List<Token> tokens, int at) {
        Neighbours neighbours = byAbbreviation.getOrDefault(abbreviation, NONE);
        return has(neighbours.before(), text, tokens, Math.max(0, at - NEAR), at)
                || has(neighbours.after(), text, tokens, at + 1, Math.min(tokens.size(), at + 1 + NEAR));
    }

    private static boolean has(Set<String> words, String text, List<Token> tokens, int from, int to) {
        for (int i = from; i < to && !words.isEmpty(); i++) {
            if (words.contains(spelling(text, tokens.get(i)))) {
                return true;
            }
        }
        return false;
    }

    private static String spelling(String text, Token token) {
        return token.kind() == Token.Kind.NUMBER ? "#" : token.span().of(text).toLowerCase(Locale.ROOT);
    }
}
