package ai.meddoc.coding;

import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What words say beyond themselves: "partial thickness" is second degree, "ribs" are multiple. Immutable; thread-safe. */
final class ImpliedWords {

    private static final int NONE = -1;

    /** By the last word's number. */
    private final Map<Integer, List<Row>> rows = new HashMap<>();

    private record Row(int before, boolean plural, int implied) {}

    ImpliedWords(Vocabulary vocabulary) {
        for (List<String> row : RuleFile.rows(ImpliedWords.class, "implied-words.tsv", 2)) {
            List<String> words = TermIndex.wordsIn(row.get(0));
            String last = words.get(words.size() - 1);
            int before = words.size() > 1 ? number(words.get(0), vocabulary) : NONE;
            int number = number(last, vocabulary);
            if (number >= 0 && (words.size() == 1 || before >= 0)) {
                boolean plural = last.endsWith("s") && !WordForms.fold(last).endsWith("s");
                rows.computeIfAbsent(number, n -> new ArrayList<>())
                        .add(new Row(before, plural, number(row.get(1), vocabulary)));
            }
        }
    }

    private static int number(String word, Vocabulary vocabulary) {
        return vocabulary.numberOf(WordForms.fold(word));
    }

    /** The number of the word that a token also says, negative for none. */
    int of(TextWords words, int sentence, int token) {
        int[] numbers = words.words(sentence);
        List<Row> possible = numbers[token] < 0 ? null : rows.get(numbers[token]);
        if (possible == null) {
            return NONE;
        }
        for (Row row : possible) {
            boolean follows = row.before() == NONE || token > 0 && numbers[token - 1] == row.before();
            if (follows && (!row.plural() || words.endsWith(sentence, token, 's'))) {
                return row.implied();
            }
        }
        return NONE;
    }
}
