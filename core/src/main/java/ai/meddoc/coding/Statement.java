package ai.meddoc.coding;

import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.List;

/**
 * A code that a turn of phrase states, where no term of the index does: "neuropathy from paclitaxel", "TBSA 4%".
 *
 * @param span its evidence, inside the sentence
 * @param sentence the sentence's index
 */
record Statement(String code, Span span, int sentence, String ruleId) {

    /** A statement whose sentence is the one in which its evidence starts. */
    static Statement at(Span span, String code, String ruleId, CodingInput input) {
        return new Statement(code, span, sentenceAt(input.words().all(), span.start()), ruleId);
    }

    private static int sentenceAt(List<Sentence> sentences, int index) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sentences.get(middle).span().start() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    @Override
    public String toString() {
        return "Statement[" + code + " at " + span + "]";
    }
}
