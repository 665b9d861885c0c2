package ai.meddoc.summary;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Summaries of clinical notes and of documents of no type that is known. Immutable; thread-safe. */
final class NoteSummary {

    /** Titles stand above this place, in characters. */
    private static final int LETTERHEAD = 160;

    private static final int MEASURES = 6;
    private static final Choice HISTORY = new Choice(3, 0.5, 2);
    private static final Choice COURSE = new Choice(4, 1.3, 0);
    private static final Choice KEY_POINTS = new Choice(5, 0.5, 1);

    /**
     * Which passages a statement takes.
     *
     * @param most how many
     * @param least the weight they need
     * @param opening what the first of them weighs more: it opens the story
     */
    private record Choice(int most, double least, double opening) {}

    private final LabStatements labs;
    private final MeasureFinder measures;

    NoteSummary(LabStatements labs, MeasureFinder measures) {
        this.labs = labs;
        this.measures = measures;
    }

    /** Critical values, problems, plan, abnormal values, measurements, why the patient came, what was done. */
    void note(Draft draft) {
        labs.critical(draft);
        List<Passage> assessed = draft.passages(Role.ASSESSMENT);
        draft.quote("Assessment: ", assessed);
        coded(draft, assessed.isEmpty() ? "Problems: " : "Also noted: ");
        plan(draft);
        labs.abnormal(draft);
        measured(draft);
        history(draft);
        course(draft);
        labs.normal(draft, "Results: ");
    }

    private void plan(Draft draft) {
        draft.quote("Plan: ", draft.passages(Role.PLAN), p -> p.said().has(Cue.ACT));
    }

    /** The clauses that codes rest on, where nothing said so far contains them. */
    static void coded(Draft draft, String lead) {
        TreeSet<Span> chosen = new TreeSet<>();
        for (CodeAssignment assignment : draft.input.coding().assignments()) {
            Span span = assignment.evidence().getFirst().span();
            boolean known = draft.isSaid(span) || draft.says(draft.input.quote(span));
            Span clause = draft.clause(span);
            known |= clause.start() < LETTERHEAD && Noise.isTitle(draft.input.quote(clause));
            if (!known
                    && assignment.status() == CodeAssignment.Status.REPORTED
                    && clause.length() > 0
                    && chosen.stream().noneMatch(clause::overlaps)) {
                chosen.add(clause);
            }
        }
        draft.quoteSpans(lead, chosen, "; ");
    }

    private void measured(Draft draft) {
        List<Span> found = new ArrayList<>();
        for (Sentence sentence : draft.input.sentences()) {
            if (found.size() == MEASURES) {
                break;
            }
            for (Span span : measures.in(draft.input.text().text(), sentence.tokens())) {
                if (found.size() < MEASURES && !draft.isSaid(span) && draft.grounds.keepsContext(span)) {
                    found.add(span);
                }
            }
        }
        draft.quoteSpans("Measured: ", found, "; ");
    }

    private void history(Draft draft) {
        List<Passage> told = new ArrayList<>(draft.passages(Role.REASON));
        List<Passage> history = draft.passages(Role.HISTORY, Role.PROSE);
        told.addAll(best(draft, history, HISTORY));
        draft.quote("History: ", told);
    }

    private void course(Draft draft) {
        List<Passage> done =
                draft.passages(Role.COURSE, Role.RESULT, Role.PROCEDURE, Role.EXAM, Role.PROSE, Role.OUTCOME);
        draft.quote("Course: ", best(draft, done, COURSE));
    }

    private record Weighed(Passage passage, double weight) {}

    /** The passages that weigh most, in text order. */
    private static List<Passage> best(Draft draft, List<Passage> passages, Choice choice) {
        List<Weighed> weighed = new ArrayList<>(passages.size());
        for (Passage passage : passages) {
            double weight = weight(draft, passage) + (weighed.isEmpty() ? choice.opening() : 0);
            weighed.add(new Weighed(passage, weight));
        }
        return weighed.stream()
                .filter(w -> w.weight() >= choice.least())
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(choice.most())
                .map(Weighed::passage)
                .sorted(Comparator.comparing(Passage::span))
                .toList();
    }

    private static double weight(Draft draft, Passage passage) {
        Said said = passage.said();
        double weight = Math.min(2, draft.grounds.affirmed(passage.span()));
        weight += draft.grounds.others(passage.span()) > 0 ? 0.7 : 0;
        weight += Math.min(2, said.count(Cue.TREAT)) * 0.7 + Math.min(2, said.count(Cue.ACT)) * 0.5;
        weight += said.has(Cue.TESTED) ? 1 : 0;
        weight += draft.hasDigit(passage.span()) ? 0.7 : 0;
        weight += weight(passage.role());
        return said.size() < 3 ? weight - 1 : weight;
    }

    private static double weight(Role role) {
        return switch (role) {
            case COURSE, RESULT, PROCEDURE -> 1;
            case EXAM -> -1;
            default -> 0;
        };
    }

    /** What was found and done, with its outcome; else the passages that weigh most. */
    void other(Draft draft) {
        labs.critical(draft);
        draft.quote("Impression: ", draft.passages(Role.ASSESSMENT));
        draft.quote("Procedure: ", draft.passages(Role.PROCEDURE, Role.OUTCOME));
        labs.abnormal(draft);
        coded(draft, "Also noted: ");
        plan(draft);
        measured(draft);
        labs.normal(draft, "Within range: ");
        draft.quote("Reason: ", draft.passages(Role.REASON));
        List<Passage> rest =
                draft.passages(Role.FINDING, Role.PROSE, Role.COURSE, Role.RESULT, Role.HISTORY, Role.COMMENT);
        draft.quote("Key points: ", best(draft, rest, KEY_POINTS));
    }
}
