package ai.meddoc.coding;

import ai.meddoc.text.Span;

/**
 * A code that a turn of phrase states, where no term of the index does: "neuropathy from paclitaxel", "TBSA 4%".
 *
 * @param span its evidence, inside the sentence
 * @param sentence the sentence's index
 */
record Statement(String code, Span span, int sentence, String ruleId) {

    @Override
    public String toString() {
        return "Statement[" + code + " at " + span + "]";
    }
}
