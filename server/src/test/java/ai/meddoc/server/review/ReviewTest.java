package ai.meddoc.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.meddoc.server.analyses.CodeJson;
import ai.meddoc.server.analyses.CodeList;
import ai.meddoc.server.analyses.DocumentTextReply;
import ai.meddoc.server.analyses.EvidenceSpan;
import ai.meddoc.server.analyses.PageJson;
import ai.meddoc.server.analyses.RejectedCodeJson;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;
import ai.meddoc.terminology.Icd10CmReleases;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decisions make of a review, and which are refused. */
final class ReviewTest {

    private static final String TEXT = "Hypertension and asthma. Denies fever.\fSecond page: gout.";
    private static final List<Proposal> PROPOSALS = Proposal.of(new CodeList(
            List.of(
                    code("I10", "reported", true),
                    code("J45.909", "reported", false),
                    code("R79.89", "suggested", false)),
            List.of(refused("R50.9"), refused("I25"))));

    /** Each step: action, then what it needs; the state: item, code and verdict of what is listed, in sequence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                          | c1 I10 open, c2 J45.909 open                                        | 0
                    accept c1                                   | c1 I10 accepted, c2 J45.909 open                                    | 1
                    accept c3                                   | c1 I10 open, c2 J45.909 open, c3 R79.89 accepted                    | 1
                    reject c1                                   | c2 J45.909 open                                                     | 1
                    reject c1; accept c1                        | c1 I10 accepted, c2 J45.909 open                                    | 1
                    amend c2 J45.901                            | c1 I10 open, c2 J45.901 amended                                     | 1
                    amend c2 j45901; accept c2                  | c1 I10 open, c2 J45.909 accepted                                    | 1
                    add M10.9                                   | c1 I10 open, c2 J45.909 open, a1 M10.9 added                        | 0
                    accept c1; add M10.9; reject a2             | c1 I10 accepted, c2 J45.909 open                                    | 1
                    add M10.9; amend a1 M10.00                  | c1 I10 open, c2 J45.909 open, a1 M10.00 amended                     | 0
                    restore r1                                  | c1 I10 open, c2 J45.909 open, r1 R50.9 restored                     | 0
                    restore r1; reject r1                       | c1 I10 open, c2 J45.909 open                                        | 0
                    sequence c2                                 | c2 J45.909 open, c1 I10 open                                        | 0
                    add M10.9; sequence a1 c2; sequence c1      | c1 I10 open, a1 M10.9 added, c2 J45.909 open                        | 0
                    accept c1; undo                             | c1 I10 open, c2 J45.909 open                                        | 0
                    reject c1; amend c2 J45.901; undo; undo     | c1 I10 open, c2 J45.909 open                                        | 0
                    accept c1; undo; reject c1                  | c2 J45.909 open                                                     | 1
                    add M10.9; undo                             | c1 I10 open, c2 J45.909 open                                        | 0
                    reject c1; amend c2 I10                     | c2 I10 amended                                                      | 2
                    """)
    void derivesTheStateFromTheDecisions(String steps, String listed, int decided) {
        Review review = after(steps);
        assertThat(review.listed().stream()
                        .map(line -> line.item() + " " + line.coded().code() + " "
                                + line.verdict().wireName())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(listed);
        assertThat(review.decided()).isEqualTo(decided);
        assertThat(review.total()).isEqualTo(3);
        assertThat(review.revision()).isEqualTo(steps.isEmpty() ? 0 : steps.split(";").length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                       | approve c1         | MALFORMED
                    ''                       | accept             | MALFORMED
                    ''                       | accept c9          | MALFORMED
                    ''                       | accept r1          | CONFLICT
                    ''                       | restore c1         | CONFLICT
                    ''                       | restore r2         | INVALID_CODE
                    ''                       | amend c1           | MALFORMED
                    ''                       | amend c1 I10       | CONFLICT
                    ''                       | amend c1 J45.909   | CONFLICT
                    ''                       | amend c1 J45       | INVALID_CODE
                    ''                       | amend c1 Q00.99    | INVALID_CODE
                    ''                       | add J45.909        | CONFLICT
                    add M10.9                | add M10.9          | CONFLICT
                    amend c2 J45.901         | add J45.901        | CONFLICT
                    reject c1; add I10       | accept c1          | CONFLICT
                    ''                       | reject r1          | CONFLICT
                    reject c1                | reject c1          | CONFLICT
                    ''                       | undo               | CONFLICT
                    accept c1; undo          | undo               | CONFLICT
                    ''                       | sequence           | MALFORMED
                    ''                       | sequence c1 c1     | MALFORMED
                    ''                       | sequence r1        | MALFORMED
                    ''                       | sequence c3        | MALFORMED
                    ''                       | reopen             | CONFLICT
                    ''                       | finish             | MALFORMED
                    done                     | accept c1          | CONFLICT
                    done                     | undo               | CONFLICT
                    """)
    void refusesWhatCannotBe(String before, String step, ProblemType type) {
        Review review = after(before);
        assertThatThrownBy(() -> decide(review, step).refuseTwice())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.type()).isEqualTo(type));
    }

    @Test
    void asksForAReasonWhereSomebodyWillAsk() {
        for (String action : List.of("reject", "restore", "reopen")) {
            DecisionRequest silent = new DecisionRequest(action, "c1", null, "  ", null, null);
            assertThatThrownBy(() -> choices(after("")).of(silent)).hasMessageStartingWith("reason is missing");
        }
        DecisionRequest endless = new DecisionRequest("reject", "c1", null, "x".repeat(1_001), null, null);
        assertThatThrownBy(() -> choices(after("")).of(endless)).hasMessageContaining("1000");
    }

    @Test
    void finishesWhenAllIsDecidedAndOpensAgain() {
        Review some = after("accept c1; reject c2");
        assertThatThrownBy(some::refuseOpen).hasMessage("Of 3 codes, 1 are not decided on yet.");
        Review all = after("accept c1; reject c2; reject c3");
        all.refuseOpen();
        Review finished = decide(all, "done");
        assertThat(finished.finish().orElseThrow().revision()).isEqualTo(4);
        assertThatThrownBy(finished::refuseOpen).hasMessageContaining("already");
        Review open = decide(finished, "reopen");
        assertThat(open.finish()).isEmpty();
        assertThat(decide(open, "undo").decided()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, 12, 'Hypertension', 1", "52, 56, 'gout', 2"})
    void takesQuotesThatStandInTheText(int start, int end, String quote, int page) {
        Choice choice = choices(after("")).of(add(start, end, quote));
        assertThat(choice.evidenceSpans()).containsExactly(new EvidenceSpan(start, end, page, quote));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 12, 'hypertension'",
        "1, 13, 'Hypertension'",
        "-1, 3, 'Hyp'",
        "3, 3, ''",
        "12, 13, ' '",
        "50, 99, 'gout.'",
        "5, 2, 'ype'"
    })
    void refusesQuotesThatDoNot(int start, int end, String quote) {
        assertThatThrownBy(() -> choices(after("")).of(add(start, end, quote)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.type()).isEqualTo(ProblemType.NOT_VERBATIM));
    }

    @Test
    void wantsEvidenceForEachCode() {
        DecisionRequest bare = new DecisionRequest("add", null, "M10.9", null, List.of(), null);
        assertThatThrownBy(() -> choices(after("")).of(bare)).hasMessageStartingWith("evidence_spans is missing");
        DecisionRequest half =
                new DecisionRequest("add", null, "M10.9", null, List.of(new EvidenceRequest(1, null, "x")), null);
        assertThatThrownBy(() -> choices(after("")).of(half)).hasMessageContaining("needs start, end and quote");
    }

    @Test
    void putsTheFirstListedCodeFirstUnderItsOwnNumber() {
        CodeList codes =
                new CodeList(List.of(code("I10", "reported", false), code("J45.909", "reported", true)), List.of());
        assertThat(Proposal.of(codes)).extracting(Proposal::item).containsExactly("c2", "c1");
    }

    @Test
    void countsWhatReviewsComeTo() {
        Review review = after("accept c1; amend c2 J45.901; reject c3; add M10.9; restore r1; add E11.9; reject a6");
        assertThat(Outcome.of(review))
                .extracting(
                        one -> one.kind().wireName() + " " + one.subject() + " " + one.verdict() + " " + one.amount())
                .containsExactlyInAnyOrder(
                        "category I10 accepted 1",
                        "category J45 amended 1",
                        "category R79 rejected 1",
                        "category M10 added 1",
                        "category R50 restored 1",
                        "category I25 refused 1",
                        "rule rule-a accepted 1",
                        "rule rule-a amended 1",
                        "rule rule-a rejected 1",
                        "rule negated restored 1",
                        "rule negated refused 1");
        Agreement agreement =
                Agreement.of(1, Outcome.of(review), Icd10CmReleases.bundled().newest());
        Agreement.Share rule = agreement.rules().getFirst();
        assertThat(rule.subject()).isEqualTo("rule-a");
        assertThat(rule.acceptedShare()).isEqualTo(1 / 3.0);
        assertThat(agreement.rules().get(1).acceptedShare()).isNull();
        assertThat(agreement.categories().stream()
                        .filter(share -> share.subject().equals("J45"))
                        .findFirst()
                        .orElseThrow()
                        .title())
                .isEqualTo("Asthma");
    }

    @Test
    void printsNoText() {
        Review review = after("add M10.9");
        assertThat(review.history().toString()).doesNotContain("gout", "because");
        assertThat(add(52, 56, "gout").toString()).doesNotContain("gout");
        assertThat(review.lines().toString()).doesNotContain("gout");
    }

    private static DecisionRequest add(int start, int end, String quote) {
        return new DecisionRequest("add", null, "M10.9", null, List.of(new EvidenceRequest(start, end, quote)), null);
    }

    private static Review after(String steps) {
        Review review = Review.of(PROPOSALS, List.of());
        for (String step : steps.isEmpty() ? new String[0] : steps.split("; *")) {
            review = decide(review, step.strip());
        }
        return review;
    }

    /** A review is finished by its own route, which "done" stands for here. */
    private static Review decide(Review review, String step) {
        Choice choice = step.equals("done")
                ? Choice.of(ReviewAction.FINISH, null)
                : choices(review).of(request(step));
        return review.and(new ReviewDecision(review.revision() + 1, Instant.EPOCH, "a coder", choice));
    }

    private static Choices choices(Review review) {
        return new Choices(
                review,
                Icd10CmReleases.bundled().newest(),
                new Quotes(new DocumentTextReply(
                        TEXT,
                        List.of(new PageJson(1, 0, 38, "text"), new PageJson(2, 39, TEXT.length(), "text")),
                        List.of())));
    }

    private static DecisionRequest request(String step) {
        List<String> words = Arrays.asList(step.split(" "));
        String action = words.getFirst();
        String first = words.size() > 1 ? words.get(1) : null;
        boolean adds = action.equals("add");
        return new DecisionRequest(
                action,
                adds ? null : first,
                adds ? first : words.size() > 2 ? words.get(2) : null,
                "because",
                adds ? List.of(new EvidenceRequest(52, 56, "gout")) : null,
                words.subList(1, words.size()));
    }

    private static CodeJson code(String code, String status, boolean firstListed) {
        return new CodeJson(
                code, "", 0.9, status, firstListed, "", List.of("rule-a"), List.of("asthma"), List.of(span()));
    }

    private static RejectedCodeJson refused(String code) {
        return new RejectedCodeJson(code, "", "negated", "", List.of("asthma"), List.of(span()));
    }

    private static EvidenceSpan span() {
        return new EvidenceSpan(17, 23, 1, "asthma");
    }
}
