package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that name a kind of problem without its site ("fracture", "burn", "carcinoma") and the categories in which the
 * Alphabetic Index lists the sites. Immutable; thread-safe.
 */
final class GenericHeads {

    private static final int COLUMNS = 4;

    private final List<Head> heads = new ArrayList<>();

    /**
     * @param prefix of the bare word's code
     * @param word its number
     * @param categories indices of the categories to search
     * @param meant sorted words that the bare word stands for; the first column's title has to repeat the first of them
     */
    record Head(String prefix, int word, int[] categories, int[] meant, int first) {
        @Override
        public String toString() {
            return "Head[" + prefix + "]";
        }
    }

    GenericHeads(Icd10Cm release, Vocabulary vocabulary) {
        for (List<String> row : RuleFile.rows(GenericHeads.class, "generic-heads.tsv", COLUMNS)) {
            int[] meant = numbers(row.get(3), vocabulary);
            int[] categories = Arrays.stream(row.get(2).split(" "))
                    .mapToInt(release::indexOf)
                    .filter(node -> node >= 0)
                    .toArray();
            int word = numbers(row.get(1), vocabulary)[0];
            int first = meant[0];
            Arrays.sort(meant);
            heads.add(new Head(row.get(0), word, categories, meant, first));
        }
    }

    private static int[] numbers(String words, Vocabulary vocabulary) {
        return TermIndex.wordsIn(words).stream()
                .mapToInt(word -> vocabulary.numberOf(WordForms.fold(word)))
                .toArray();
    }

    /** The heads that a mention's words may be. */
    List<Head> of(String code, int[] termWords) {
        if (!code.startsWith("T") && !code.startsWith("C80") && !code.startsWith("M1")) {
            return List.of();
        }
        return heads.stream()
                .filter(head -> code.startsWith(head.prefix())
                        && IntStream.of(termWords).anyMatch(w -> w == head.word()))
                .toList();
    }
}
