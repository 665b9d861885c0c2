package ai.meddoc.server.review;

import ai.meddoc.server.analyses.EvidenceSpan;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what is asked for into a decision that the review, the release and the text allow. */
final class Choices {

    private static final int LONGEST_REASON = 1_000;

    private final Review review;
    private final Icd10Cm release;
    private final Quotes quotes;

    Choices(Review review, Icd10Cm release, Quotes quotes) {
        this.review = review;
        this.release = release;
        this.quotes = quotes;
    }

    /** @throws ProblemException if it cannot be */
    Choice of(DecisionRequest request) {
        ReviewAction action = action(request);
        Choice plain = Choice.of(action, reason(request.reason(), action));
        if (action == ReviewAction.REOPEN) {
            return reopened(plain);
        }
        if (review.finish().isPresent()) {
            throw Review.conflict("The review is finished: reopen it to decide again.");
        }
        return switch (action) {
            case ACCEPT -> plain.on(line(request, Origin.CODED).item());
            case REJECT -> rejected(plain, request);
            case AMEND -> amended(plain, request);
            case ADD -> plain.with(chosen(request, List.of()));
            case RESTORE -> restored(plain, request);
            case SEQUENCE -> plain.sequence(order(request));
            case UNDO -> plain.undoing(undone());
            case FINISH, REOPEN -> throw ProblemException.malformed("A review is finished by its own route.");
        };
    }

    private static ReviewAction action(DecisionRequest request) {
        String name = request.action();
        return ReviewAction.fromWireName(name == null ? "" : name)
                .orElseThrow(() -> ProblemException.malformed(
                        "action must be accept, reject, amend, add, restore, sequence, undo or reopen."));
    }

    private static @Nullable String reason(@Nullable String asked, ReviewAction action) {
        if (asked == null || asked.isBlank()) {
            if (action.needsReason()) {
                throw ProblemException.malformed("reason is missing: say why, for whoever reads the history.");
            }
            return null;
        }
        if (asked.length() > LONGEST_REASON || asked.indexOf('\0') >= 0) {
            throw ProblemException.malformed("reason must be text of at most " + LONGEST_REASON + " characters.");
        }
        return asked.strip();
    }

    private Choice reopened(Choice plain) {
        if (review.finish().isEmpty()) {
            throw Review.conflict("The review is open already.");
        }
        return plain;
    }

    private Choice rejected(Choice plain, DecisionRequest request) {
        Line line = line(request, Origin.CODED, Origin.ADDED, Origin.REFUSED);
        if (line.verdict() == Verdict.REFUSED || line.verdict() == Verdict.REJECTED) {
            throw Review.conflict("Item " + line.item() + " is not reported already.");
        }
        return plain.on(line.item());
    }

    private Choice amended(Choice plain, DecisionRequest request) {
        Line line = line(request, Origin.CODED, Origin.ADDED);
        Coded coded = chosen(request, line.coded().evidence());
        if (coded.isSameAs(line.proposal().coded())) {
            throw Review.conflict("Item " + line.item() + " has this code: accept it instead.");
        }
        return plain.on(line.item()).with(coded);
    }

    private Choice restored(Choice plain, DecisionRequest request) {
        Line line = line(request, Origin.REFUSED);
        Icd10CmCode code = billable(line.proposal().coded().code());
        return plain.on(line.item())
                .with(supported(code, request, line.proposal().coded().evidence()));
    }

    private Coded chosen(DecisionRequest request, List<EvidenceSpan> otherwise) {
        String code = request.code();
        if (code == null || code.isBlank()) {
            throw ProblemException.malformed("code is missing: name an ICD-10-CM code.");
        }
        return supported(billable(code), request, otherwise);
    }

    private Coded supported(Icd10CmCode code, DecisionRequest request, List<EvidenceSpan> otherwise) {
        List<EvidenceRequest> asked = request.evidenceSpans();
        List<EvidenceSpan> evidence = asked == null || asked.isEmpty() ? otherwise : quotes.check(asked);
        if (evidence.isEmpty()) {
            throw ProblemException.malformed("evidence_spans is missing: a code needs a quote that supports it.");
        }
        return new Coded(code.code(), code.title(), evidence);
    }

    private Icd10CmCode billable(String code) {
        Icd10CmCode found = release.find(code.strip()).orElseThrow(() -> invalid("has no such code."));
        if (!found.billable()) {
            throw invalid("has this code, and it is not billable: take one below it.");
        }
        return found;
    }

    private ProblemException invalid(String why) {
        return new ProblemException(ProblemType.INVALID_CODE, "Release " + release.release() + " of ICD-10-CM " + why);
    }

    private Line line(DecisionRequest request, Origin... allowed) {
        String item = request.item();
        if (item == null) {
            throw ProblemException.malformed("item is missing: name the line of the review that is decided on.");
        }
        Line line = review.line(item).orElseThrow(() -> ProblemException.malformed("The review has no such item."));
        if (!List.of(allowed).contains(line.origin())) {
            throw Review.conflict("Item " + line.item() + " is a code " + said(line.origin()));
        }
        return line;
    }

    private static String said(Origin origin) {
        return switch (origin) {
            case CODED -> "of the engine: accept, amend or reject it.";
            case REFUSED -> "that a rule refused: restore it to overrule the rule.";
            case ADDED -> "that a coder added: amend or reject it.";
        };
    }

    private List<String> order(DecisionRequest request) {
        List<String> order = request.order() == null ? List.of() : request.order();
        Set<String> seen = new HashSet<>();
        boolean known = order.stream()
                .allMatch(item -> item != null
                        && seen.add(item)
                        && review.line(item).filter(Line::isListed).isPresent());
        if (order.isEmpty() || !known) {
            throw ProblemException.malformed("order must name reported items of the review, each once.");
        }
        return order;
    }

    private int undone() {
        return review.newestInEffect()
                .map(ReviewDecision::revision)
                .orElseThrow(() -> Review.conflict("There is no decision to take back."));
    }
}
