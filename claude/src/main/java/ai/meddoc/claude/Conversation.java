package ai.meddoc.claude;

import ai.meddoc.claude.call.CallFailure;
import ai.meddoc.claude.call.Caller;
import ai.meddoc.claude.call.Deadline;
import ai.meddoc.claude.call.ModelAnswer;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.ledger.Budget;
import ai.meddoc.claude.ledger.CallCost;
import ai.meddoc.claude.ledger.CostLedger;
import ai.meddoc.claude.ledger.TokenUsage;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.engine.EngineException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks all questions of one document within its budget and deadline, and writes down what each answer cost. */
final class Conversation {

    private final Caller caller;
    private final Budget budget;
    private final CostLedger ledger;
    private final ModelRegistry registry;
    private final InstantSource clock;
    private final ClaudeRequest request;
    private final List<CallCost> costs = Collections.synchronizedList(new ArrayList<>());

    Conversation(Parts parts, ClaudeRequest request) {
        this.caller = parts.caller();
        this.budget = parts.budget();
        this.ledger = parts.ledger();
        this.registry = parts.registry();
        this.clock = parts.clock();
        this.request = request;
    }

    /** What the questions of one document share. */
    private record Asking(Budget.Hold hold, int scannedPages, Deadline deadline) {}

    /** What conversations share. */
    record Parts(Caller caller, Budget budget, CostLedger ledger, ModelRegistry registry, InstantSource clock) {}

    /** What was billed so far, also when asking failed. */
    List<CallCost> costs() {
        synchronized (costs) {
            return List.copyOf(costs);
        }
    }

    /**
     * The answers in the order of the questions.
     *
     * @throws CallFailure if one has none
     * @throws EngineException if the budget does not allow all of them, or an answer is cut or refused
     */
    List<String> ask(List<ModelRequest> questions, int scannedPages, Deadline deadline) {
        Budget.Hold hold = hold(questions, scannedPages, deadline);
        try {
            Asking asking = new Asking(hold, scannedPages, deadline);
            return questions.size() == 1 ? List.of(ask(questions.get(0), asking)) : together(questions, asking);
        } finally {
            hold.close();
        }
    }

    private Budget.Hold hold(List<ModelRequest> questions, int scannedPages, Deadline deadline) {
        long estimated = 0;
        for (ModelRequest question : questions) {
            estimated += dearest(question, TokenEstimate.of(question, scannedPages));
        }
        try {
            fits(questions, scannedPages);
            return budget.hold(request.tenant(), today(), 0, estimated);
        } catch (EngineException e) {
            return holdCounted(questions, deadline, e);
        }
    }

    /** The estimate is an upper bound: before a document is given up for it, the server counts. */
    private Budget.Hold holdCounted(List<ModelRequest> questions, Deadline deadline, EngineException tooMuch) {
        long counted = 0;
        for (ModelRequest question : questions) {
            long tokens = caller.countTokens(question, deadline);
            if (tokens < 0 || tokens + question.maxTokens() > question.model().contextTokens()) {
                throw tooMuch;
            }
            counted += dearest(question, tokens);
        }
        return budget.hold(request.tenant(), today(), 0, counted);
    }

    private static void fits(List<ModelRequest> questions, int scannedPages) {
        for (ModelRequest question : questions) {
            long tokens = TokenEstimate.of(question, scannedPages) + question.maxTokens();
            if (tokens > question.model().contextTokens()) {
                throw new EngineException(
                        EngineException.Reason.BUDGET_SPENT,
                        false,
                        "The document has about " + tokens + " tokens, the model takes "
                                + question.model().contextTokens() + ".");
            }
        }
    }

    private long dearest(ModelRequest question, long tokens) {
        return most(question, tokens).nanoDollars(registry.pricesOf(question.modelId(), today()));
    }

    private static TokenUsage most(ModelRequest question, long tokens) {
        return question.cachesAnHour()
                ? new TokenUsage(0, 0, tokens, 0, question.maxTokens())
                : new TokenUsage(0, tokens, 0, 0, question.maxTokens());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<String> together(List<ModelRequest> questions, Asking asking) {
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked = questions.stream()
                    .map(question -> threads.submit(() -> ask(question, asking)))
                    .toList();
            try {
                for (Future<String> answer : asked) {
                    answers.add(answer.get());
                }
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CallFailure(CallFailure.Kind.TIMED_OUT, "The wait for Claude was interrupted.");
            }
        }
        return answers;
    }

    private String ask(ModelRequest question, Asking asking) {
        ModelAnswer answer = caller.ask(question, asking.deadline(), () -> lost(question, asking));
        enter(question, answer.usage(), false);
        return switch (answer.stopReason()) {
            case "end_turn", "stop_sequence" -> answer.text();
            case "max_tokens", "model_context_window_exceeded" ->
                throw bad("was cut at " + question.maxTokens() + " tokens");
            case "refusal" -> throw bad("is a refusal");
            case "" -> throw bad("was cut before its end");
            default -> throw bad("ended in a way that is not known");
        };
    }

    /** A call that nobody got the answer of may be billed: it counts as much as it can have cost. */
    private void lost(ModelRequest question, Asking asking) {
        enter(question, most(question, TokenEstimate.of(question, asking.scannedPages())), true);
        long spent = costs().stream().mapToLong(CallCost::nanoDollars).sum();
        asking.hold().recheck(today(), spent);
    }

    private void enter(ModelRequest question, TokenUsage usage, boolean estimated) {
        CallCost cost = new CallCost(
                clock.instant(),
                request.tenant(),
                request.document(),
                question.modelId(),
                usage,
                registry.pricesOf(question.modelId(), today()),
                estimated);
        ledger.add(cost);
        costs.add(cost);
    }

    private static EngineException bad(String what) {
        return new EngineException(EngineException.Reason.BAD_REPLY, false, "The model's reply " + what + ".");
    }
}
