package ai.meddoc.summary;

import java.util.List;

/**
 * Writes the summary from the document's own words: critical and abnormal values first in laboratory reports, the
 * impression first in imaging, problems, plan and values in notes. Says nothing that the text does not say: every
 * statement joins verbatim pieces, each with its place, and a piece keeps the words that deny or doubt what it names.
 * Immutable; thread-safe.
 */
public final class Summarizer {

    private static final double CONFIDENT = 0.9;
    private static final double THIN = 0.6;

    private final PassageReader reader = new PassageReader(CueWords.load());
    private final LabStatements labs = new LabStatements();
    private final ReportSummary reports = new ReportSummary(labs);
    private final NoteSummary notes = new NoteSummary(labs, MeasureFinder.load());

    public Summary summarize(SummaryInput input) {
        Draft draft = new Draft(input, reader.read(input));
        switch (input.type()) {
            case COMPLETE_BLOOD_COUNT, BASIC_METABOLIC_PANEL -> reports.laboratory(draft);
            case X_RAY, CT -> reports.imaging(draft);
            case CLINICAL_NOTE -> notes.note(draft);
            case OTHER -> notes.other(draft);
        }
        List<SummaryStatement> kept = draft.statements();
        return new Summary(kept, kept.size() > 1 ? CONFIDENT : kept.isEmpty() ? 0 : THIN);
    }
}
