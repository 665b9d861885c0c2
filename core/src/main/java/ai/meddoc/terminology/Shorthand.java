package ai.meddoc.terminology;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Spells the abbreviations of a query out: "T2DM" to "type 2 diabetes mellitus". Immutable; thread-safe. */
final class Shorthand {
    private final Map<String, String> meanings = new HashMap<>();

    Shorthand() {
        for (List<String> row : RuleFile.rows(Shorthand.class, "abbreviations.tsv", 3)) {
            // a searcher writes in small letters what a note has in capitals; the printed form wins where both exist
            meanings.putIfAbsent(row.get(0).toLowerCase(Locale.ROOT), row.get(1));
        }
        for (List<String> row : RuleFile.rows(Shorthand.class, "abbreviations.tsv", 3)) {
            meanings.put(row.get(0), row.get(1));
        }
    }

    String spellOut(String query) {
        StringBuilder text = new StringBuilder();
        for (String word : query.split("\\s+")) {
            String bare = word.replaceAll("^[(\\[]+|[,.;:)\\]]+$", "");
            String meaning = meanings.get(bare);
            meaning = meaning == null ? meanings.get(bare.toLowerCase(Locale.ROOT)) : meaning;
            text.append(meaning == null ? word : meaning).append(' ');
        }
        return text.toString();
    }
}
