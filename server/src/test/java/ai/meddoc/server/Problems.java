package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** What every problem has. */
final class Problems {

    private Problems() {}

    static void assertProblem(Contract contract, Api.Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = reply.json();
        contract.check(problem, "Problem");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("instance").asText()).endsWith(reply.header("X-Request-Id"));
        assertThat(problem.path("detail").asText()).endsWith(".").hasSizeBetween(10, 250);
    }
}
