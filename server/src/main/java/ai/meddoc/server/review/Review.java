package ai.meddoc.server.review;

import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the decisions make of the engine's codes. Immutable. */
final class Review {

    private final List<Proposal> proposals;
    private final List<ReviewDecision> history;
    private final List<ReviewDecision> inEffect;
    private final List<Line> lines;

    private Review(List<Proposal> proposals, List<ReviewDecision> history) {
        this.proposals = List.copyOf(proposals);
        this.history = List.copyOf(history);
        this.inEffect = inEffect(history);
        this.lines = replay(proposals, inEffect);
    }

    /** @param history from the first decision on */
    static Review of(List<Proposal> proposals, List<ReviewDecision> history) {
        return new Review(proposals, history);
    }

    Review and(ReviewDecision next) {
        List<ReviewDecision> longer = new ArrayList<>(history);
        longer.add(next);
        return new Review(proposals, longer);
    }

    private static List<ReviewDecision> inEffect(List<ReviewDecision> history) {
        Deque<ReviewDecision> stack = new ArrayDeque<>();
        for (ReviewDecision decision : history) {
            ReviewAction action = decision.choice().kind();
            if (action == ReviewAction.UNDO) {
                stack.removeLast();
            } else if (action.changesCodes()) {
                stack.addLast(decision);
            }
        }
        return List.copyOf(stack);
    }

    private static List<Line> replay(List<Proposal> proposals, List<ReviewDecision> decisions) {
        Map<String, Line> lines = new LinkedHashMap<>();
        proposals.forEach(proposal -> lines.put(proposal.item(), Line.of(proposal)));
        List<String> order = new ArrayList<>(lines.keySet());
        for (ReviewDecision decision : decisions) {
            Choice choice = decision.choice();
            if (choice.kind() == ReviewAction.ADD) {
                Line added = Line.added(decision);
                lines.put(added.item(), added);
                order.add(added.item());
            } else if (choice.kind() == ReviewAction.SEQUENCE) {
                order.removeAll(choice.order());
                order.addAll(0, choice.order());
            } else if (choice.item() != null) {
                lines.computeIfPresent(choice.item(), (item, line) -> line.decided(decision));
            }
        }
        return lines.values().stream()
                .sorted(Comparator.comparingInt(line -> order.indexOf(line.item())))
                .toList();
    }

    /** Every line in its sequence, those that are not reported among them. */
    List<Line> lines() {
        return lines;
    }

    Optional<Line> line(String item) {
        return lines.stream().filter(line -> line.item().equals(item)).findFirst();
    }

    /** What is reported as things stand; the first is the first-listed code. */
    List<Line> listed() {
        return lines.stream().filter(Line::isListed).toList();
    }

    List<ReviewDecision> history() {
        return history;
    }

    int revision() {
        return history.size();
    }

    /** The decision that undo takes back. */
    Optional<ReviewDecision> newestInEffect() {
        return inEffect.isEmpty() ? Optional.empty() : Optional.of(inEffect.getLast());
    }

    /** The decision that finished the review, unless it was opened again. */
    Optional<ReviewDecision> finish() {
        return history.reversed().stream()
                .filter(decision -> decision.choice().kind() == ReviewAction.FINISH
                        || decision.choice().kind() == ReviewAction.REOPEN)
                .findFirst()
                .filter(decision -> decision.choice().kind() == ReviewAction.FINISH);
    }

    /** @throws ProblemException if the code that was just chosen is reported by another line already */
    void refuseTwice() {
        ReviewDecision newest = history.getLast();
        List<Line> listed = listed();
        boolean twice = listed.stream()
                .filter(line -> newest.equals(line.decision()))
                .anyMatch(line -> listed.stream()
                        .anyMatch(other -> other != line
                                && other.coded().code().equals(line.coded().code())));
        if (twice) {
            throw conflict("Another item of the review has this code already.");
        }
    }

    /** @throws ProblemException if it cannot be finished */
    void refuseOpen() {
        if (finish().isPresent()) {
            throw conflict("The review is finished already.");
        }
        if (decided() < total()) {
            throw conflict("Of " + total() + " codes, " + (total() - decided()) + " are not decided on yet.");
        }
    }

    static ProblemException conflict(String why) {
        return new ProblemException(ProblemType.CONFLICT, why);
    }

    /** How many codes of the engine there are to decide on. */
    int total() {
        return (int)
                lines.stream().filter(line -> line.origin() == Origin.CODED).count();
    }

    int decided() {
        return total()
                - (int) lines.stream()
                        .filter(line -> line.verdict() == Verdict.OPEN)
                        .count();
    }
}
