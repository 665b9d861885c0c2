package ai.meddoc.server.review;

import org.jspecify.annotations.Nullable;

/**
 * A code in the review as it stands.
 *
 * @param coded the code in question now: the proposal's own unless it was amended
 * @param decision the newest on it
 */
record Line(
        Proposal proposal,
        Verdict verdict,
        Coded coded,
        @Nullable ReviewDecision decision) {

    static Line of(Proposal proposal) {
        Verdict verdict = proposal.origin() == Origin.REFUSED ? Verdict.REFUSED : Verdict.OPEN;
        return new Line(proposal, verdict, proposal.coded(), null);
    }

    static Line added(ReviewDecision decision) {
        Coded coded = decision.choice().coded();
        String item = Origin.ADDED.item(decision.revision());
        Proposal proposal = new Proposal(item, Origin.ADDED, coded, Proposal.Argument.NONE);
        return new Line(proposal, Verdict.ADDED, coded, decision);
    }

    String item() {
        return proposal.item();
    }

    Origin origin() {
        return proposal.origin();
    }

    /** Whether it would be reported as things stand: what only a laboratory value suggests waits for a person. */
    boolean isListed() {
        boolean proposed = verdict == Verdict.OPEN
                && !"suggested".equals(proposal.argument().status());
        return proposed || verdict.isKept();
    }

    Line decided(ReviewDecision newest) {
        return switch (newest.choice().kind()) {
            case ACCEPT -> new Line(proposal, Verdict.ACCEPTED, proposal.coded(), newest);
            case AMEND -> new Line(proposal, Verdict.AMENDED, newest.choice().coded(), newest);
            case RESTORE -> new Line(proposal, Verdict.RESTORED, newest.choice().coded(), newest);
            case REJECT ->
                new Line(
                        proposal,
                        origin() == Origin.REFUSED ? Verdict.REFUSED : Verdict.REJECTED,
                        proposal.coded(),
                        newest);
            case ADD, SEQUENCE, UNDO, FINISH, REOPEN -> this;
        };
    }
}
