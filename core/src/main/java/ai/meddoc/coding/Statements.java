package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/** All that a document states in turns of phrase and figures rather than in terms of the index. Immutable; thread-safe. */
final class Statements {

    private final DrugStatements drugs;
    private final MeasureStatements measures;
    private final VaccineStatements vaccines;
    private final StatementRules rules;
    private final PrintedCodes printed;

    Statements(Icd10Cm release, Vocabulary vocabulary) {
        PhrasePatterns figures = PhrasePatterns.load("measure-phrases.tsv");
        this.drugs = new DrugStatements(release, vocabulary);
        this.measures = new MeasureStatements(release, figures);
        this.vaccines = new VaccineStatements(figures);
        this.rules = new StatementRules();
        this.printed = new PrintedCodes(release);
    }

    /**
     * @param vaccines where the names of diseases stand for vaccines against them
     */
    record Read(List<Statement> statements, List<Span> vaccines) {
        static final Read NOTHING = new Read(List.of(), List.of());
    }

    Read read(CodingInput input) {
        List<Statement> found = new ArrayList<>(drugs.read(input));
        String lower = input.text().lower();
        measures.read(lower, input, found);
        List<Span> talk = vaccines.read(lower, input, found);
        found.addAll(rules.read(input));
        printed.read(input, found);
        return new Read(found, talk);
    }
}
