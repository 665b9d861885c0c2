package ai.meddoc.summary;

import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.section.ProblemLine;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The problems that the provider assessed, and the diagnoses that codes were assigned for. */
final class ProblemStatements {

    private static final int MOST = 10;

    /** The lines that head a problem, as written. */
    List<SummaryStatement> assessed(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Assessed: ", "; ");
        lines(input).forEach(pieces::add);
        return pieces.statement().map(List::of).orElse(List.of());
    }

    /** The first problems' names with what their own lines say of them; all in text order, so one pass does. */
    private static List<Span> lines(SummaryInput input) {
        List<Span> lines = new ArrayList<>();
        int at = 0;
        for (ProblemLine problem :
                input.problems().subList(0, Math.min(MOST, input.problems().size()))) {
            int start = problem.name().start();
            while (at < input.sentences().size()
                    && input.sentences().get(at).span().end() <= start) {
                at++;
            }
            int end = at < input.sentences().size()
                    ? input.sentences().get(at).span().end()
                    : start;
            lines.add(new Span(start, Math.max(problem.name().end(), end)));
        }
        return lines;
    }

    /** What the codes rest on, where no problem line has said it. */
    List<SummaryStatement> coded(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Diagnoses: ", "; ");
        List<Span> said = lines(input);
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
