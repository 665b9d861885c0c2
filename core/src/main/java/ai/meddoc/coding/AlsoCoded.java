package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.RuleFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A second code that one phrase asks for ("use additional code", Official Guidelines I.B.7): "febrile neutropenia" is the
 * neutropenia and the fever. Immutable; thread-safe.
 */
final class AlsoCoded {

    private static final int COLUMNS = 4;

    private final Icd10Cm release;
    private final List<Row> rows;

    /** @param words numbers of words one of which the phrase has to say */
    private record Row(CodePrefixes about, int[] words, int code) {
        @Override
        public String toString() {
            return "Row" + about;
        }
    }

    AlsoCoded(Icd10Cm release, Vocabulary vocabulary) {
        this.release = release;
        this.rows = RuleFile.rows(AlsoCoded.class, "also-coded.tsv", COLUMNS).stream()
                .map(row -> new Row(
                        CodePrefixes.parse(row.get(0)),
                        TermIndex.wordsIn(row.get(1)).stream()
                                .mapToInt(word -> vocabulary.numberOf(WordForms.fold(word)))
                                .filter(number -> number >= 0)
                                .toArray(),
                        release.indexOf(row.get(2))))
                .toList();
    }

    /** The further codes' indices, mostly none. */
    int[] of(int node, Mention mention, TextWords words) {
        String code = release.codeAt(node);
        IntStream.Builder also = IntStream.builder();
        for (Row row : rows) {
            if (row.code() >= 0 && row.about().has(code) && isSaid(row, mention, words)) {
                also.add(row.code());
            }
        }
        return also.build().toArray();
    }

    private static boolean isSaid(Row row, Mention mention, TextWords words) {
        int[] numbers = words.words(mention.sentence());
        for (int t = mention.firstToken(); t <= mention.lastToken(); t++) {
            int number = numbers[t];
            if (Arrays.stream(row.words()).anyMatch(word -> word == number)) {
                return true;
            }
        }
        return false;
    }
}
