package ai.meddoc.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words whose full stop does not end the sentence, from {@code abbreviations.tsv}. Immutable and thread-safe. */
final class Abbreviations {

    /** How an abbreviation behaves. */
    enum Kind {
        /** A name follows. */
        TITLE,
        /** Stands inside a sentence. */
        INNER,
        /** Ends the sentence unless a number follows. */
        NUMBER,
        /** Ends the sentence when a capitalised word follows. */
        UNIT
    }

    /** A line that ends in one of these reads on. */
    static final Set<String> OPEN_WORDS = Set.of(
            "and", "or", "of", "the", "a", "an", "with", "to", "in", "for", "is", "was", "has", "had", "no", "by", "at",
            "on", "her", "his", "were", "are", "from", "any");

    private final Map<String, Kind> kinds;

    private final Set<String> species;

    private Abbreviations(Map<String, Kind> kinds, Set<String> species) {
        this.kinds = Map.copyOf(kinds);
        this.species = Set.copyOf(species);
    }

    static Abbreviations load() {
        Map<String, Kind> kinds = new HashMap<>();
        Set<String> species = new HashSet<>();
        for (List<String> row : RuleFile.rows(Abbreviations.class, "abbreviations.tsv", 3)) {
            if (row.get(1).equals("species")) {
                species.add(row.get(0));
            } else {
                kinds.put(row.get(0), Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)));
            }
        }
        return new Abbreviations(kinds, species);
    }

    @Nullable Kind kindOf(String word) {
        return kinds.get(word.toLowerCase(Locale.ROOT));
    }

    /** Whether an initial before the word is an organism's: "E. coli". */
    boolean isSpecies(String word) {
        return species.contains(word);
    }

    /** Whether the sentence goes on after the word and its full stop, whatever follows. */
    boolean neverEnds(String word) {
        Kind kind = kindOf(word);
        return kind == Kind.TITLE || kind == Kind.INNER;
    }
}
