package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Span;

/** A drug's name and the words around it in its sentence, in lower case. */
record DrugPlace(Span drug, int sentence, SectionKind section, String before, String after, String whole) {

    private static final int BEFORE = 60;
    private static final int AFTER = 40;

    static DrugPlace of(CodingInput input, int sentence, Span drug) {
        DocumentText text = input.text();
        Span span = input.words().sentence(sentence).span();
        int from = Math.max(span.start(), drug.start() - BEFORE);
        int to = Math.min(span.end(), drug.end() + AFTER);
        return new DrugPlace(
                drug,
                sentence,
                input.sections().get(sentence),
                text.lower(from, drug.start()),
                text.lower(drug.end(), to),
                text.lower(span));
    }

    Statement says(String code, Span evidence, String rule) {
        return new Statement(code, evidence, sentence, rule);
    }

    @Override
    public String toString() {
        return "DrugPlace[" + drug + "]";
    }
}
