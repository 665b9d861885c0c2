package ai.meddoc.mention;

import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermTable;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands for several words inside a longer phrase: "LLE" for left lower extremity. Stateless. */
final class Abbreviations {

    private static final int COLUMNS = 3;

    private Abbreviations() {}

    /** The sure ones of the data file, by their printed form, as word numbers. */
    static Map<String, int[]> load(Vocabulary vocabulary) {
        Map<String, int[]> meanings = new HashMap<>();
        for (List<String> row : RuleFile.rows(TermTable.class, "abbreviations.tsv", COLUMNS)) {
            if (row.get(2).equals("sure")) {
                int[] numbers = TermIndex.wordsIn(row.get(1)).stream()
                        .mapToInt(word -> vocabulary.numberOf(WordForms.fold(word)))
                        .filter(number -> number >= 0)
                        .distinct()
                        .toArray();
                if (numbers.length > 0) {
                    meanings.put(row.get(0), numbers);
                }
            }
        }
        return meanings;
    }
}
