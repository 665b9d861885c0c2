package ai.meddoc.coding;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drugs by their names, after the Table of Drugs and Chemicals. Immutable; thread-safe. */
final class DrugTable {

    private static final int COLUMNS = 4;

    private final Map<Integer, Drug> byWord = new HashMap<>();
    /** Names that no term of the index holds, in lower case. */
    private final Map<String, Drug> byName = new HashMap<>();

    /**
     * @param stem of its codes in T36-T50, without the character for the intent
     * @param allergy the code of an allergy to it
     * @param use the code of its long-term use
     */
    record Drug(String stem, String allergy, String use) {}

    DrugTable(Vocabulary vocabulary) {
        for (List<String> row : RuleFile.rows(DrugTable.class, "drugs.tsv", COLUMNS)) {
            Drug drug = new Drug(row.get(0), row.get(1), row.get(2));
            for (String name : row.get(3).split(" ")) {
                int number = vocabulary.numberOf(WordForms.fold(name));
                if (number >= 0) {
                    byWord.putIfAbsent(number, drug);
                } else {
                    byName.putIfAbsent(name, drug);
                }
            }
        }
    }

    /** @param word the token's number in the vocabulary */
    @Nullable Drug of(int word, Token token, DocumentText text) {
        if (word >= 0) {
            return byWord.get(word);
        }
        return token.kind() == Token.Kind.WORD ? byName.get(text.lower(token.span())) : null;
    }
}
