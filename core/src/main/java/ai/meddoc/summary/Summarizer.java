package ai.meddoc.summary;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes the summary from the document's own words: critical and abnormal values first in laboratory reports, the
 * impression first in imaging, problems, values and plan in notes. Says nothing that the text does not say: every
 * statement joins verbatim pieces, each with its place. Immutable; thread-safe.
 */
public final class Summarizer {

    private static final double CONFIDENT = 0.9;
    private static final double THIN = 0.6;

    private final LabStatements labs = new LabStatements();
    private final ProblemStatements problems = new ProblemStatements();
    private final SectionStatements sections = new SectionStatements();

    public Summary summarize(SummaryInput input) {
        List<SummaryStatement> statements = new ArrayList<>();
        switch (input.type()) {
            case COMPLETE_BLOOD_COUNT, BASIC_METABOLIC_PANEL -> laboratory(input, statements);
            case X_RAY, CT -> imaging(input, statements);
            case CLINICAL_NOTE -> note(input, statements);
            case OTHER -> other(input, statements);
        }
        List<SummaryStatement> kept = statements.subList(0, Math.min(Summary.MAX_STATEMENTS, statements.size()));
        return new Summary(kept, kept.size() > 1 ? CONFIDENT : kept.isEmpty() ? 0 : THIN);
    }

    private void laboratory(SummaryInput input, List<SummaryStatement> statements) {
        statements.addAll(labs.of(input, true));
        statements.addAll(sections.comments(input));
        statements.addAll(sections.reason(input));
        statements.addAll(problems.coded(input));
    }

    private void imaging(SummaryInput input, List<SummaryStatement> statements) {
        statements.addAll(sections.impression(input));
        statements.addAll(problems.coded(input));
        statements.addAll(sections.findings(input));
        statements.addAll(sections.reason(input));
    }

    private void note(SummaryInput input, List<SummaryStatement> statements) {
        statements.addAll(input.problems().isEmpty() ? sections.assessment(input) : problems.assessed(input));
        statements.addAll(sections.plan(input));
        statements.addAll(problems.coded(input));
        statements.addAll(sections.reason(input));
        statements.addAll(labs.of(input, false));
        statements.addAll(sections.history(input));
        if (statements.size() < 2) {
            statements.addAll(sections.opening(input));
        }
    }

    private void other(SummaryInput input, List<SummaryStatement> statements) {
        statements.addAll(sections.impression(input));
        statements.addAll(problems.coded(input));
        statements.addAll(labs.of(input, true));
        statements.addAll(sections.reason(input));
        statements.addAll(sections.plan(input));
        statements.addAll(sections.findings(input));
        if (statements.size() < 3) {
            statements.addAll(sections.opening(input));
        }
    }
}
