package ai.meddoc.summary;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.section.ProblemLine;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The problems that the provider assessed, and the diagnoses that codes were assigned for. */
final class ProblemStatements {

    private static final int MOST = 10;

    /** The lines that head a problem, as written. */
    List<SummaryStatement> assessed(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Assessed: ", "; ");
        int count = 0;
        for (ProblemLine problem : input.problems()) {
            if (count < MOST && pieces.add(line(input, problem))) {
                count++;
            }
        }
        return pieces.statement().map(List::of).orElse(List.of());
    }

    /** The problem's name with what its own line says of it. */
    private static Span line(SummaryInput input, ProblemLine problem) {
        for (Sentence sentence : input.sentences()) {
            if (sentence.span().contains(problem.name().start())) {
                return new Span(
                        problem.name().start(),
                        Math.max(problem.name().end(), sentence.span().end()));
            }
        }
        return problem.name();
    }

    /** What the codes rest on, where no problem line has said it. */
    List<SummaryStatement> coded(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Diagnoses: ", "; ");
        List<Span> said = new ArrayList<>();
        input.problems().forEach(problem -> said.add(line(input, problem)));
        for (CodeAssignment assignment : input.coding().assignments()) {
            Evidence first = assignment.evidence().get(0);
            boolean known = said.stream().anyMatch(first.span()::overlaps);
            if (!known && assignment.status() == CodeAssignment.Status.REPORTED && pieces.add(first.span())) {
                said.add(first.span());
            }
        }
        return pieces.statement().map(List::of).orElse(List.of());
    }
}
