package ai.meddoc.claude.call;

import java.time.Duration;

/** Answers questions: the vendor's servers, or a recording of them. Thread-safe. */
public interface ModelServer {

    /**
     * One attempt, without repetition.
     *
     * @param within after which the attempt is given up
     * @throws CallFailure if there is no answer
     */
    ModelAnswer ask(ModelRequest request, Duration within);

    /**
     * How many tokens a question has, by the server's own count.
     *
     * @throws CallFailure if there is no answer
     */
    long countTokens(ModelRequest request, Duration within);
}
