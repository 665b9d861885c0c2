package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A coder's way through a review by the API, whichever database there is. */
abstract class ReviewContract {

    private final Contract contract = new Contract();

    abstract People people();

    abstract Connection connect() throws SQLException;

    private People.Caller coder() {
        return people().as("coder");
    }

    @Test
    void beginsWithTheEnginesCodes() {
        long id = document();
        Api.Reply reply = coder().get(address(id));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        JsonNode review = reply.json();
        contract.check(review, "ReviewReply");
        assertThat(reply.header("ETag")).isEqualTo(review.path("etag").asText()).isEqualTo("\"1-0\"");
        assertThat(review.path("decided").asInt()).isZero();
        assertThat(review.path("total").asInt()).isPositive();
        JsonNode results = coder().get("/documents/" + id).json().path("results");
        assertThat(lines(review, "coded")).hasSameSizeAs(results.at("/codes/codes"));
        assertThat(lines(review, "refused")).hasSameSizeAs(results.at("/codes/rejected_codes"));
        assertThat(review.at("/items/0/proposed_code").asText())
                .isEqualTo(results.at("/codes/codes/0/code").asText());
        assertThat(people().as("viewer").get(address(id)).status()).isEqualTo(200);
    }

    @Test
    void goesFromTheFirstDecisionToTheFinalCodes() {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        Problems.assertProblem(contract, finish(id, review), 409);
        Problems.assertProblem(contract, coder().get(address(id) + "/export"), 409);

        review = ok(decide(id, review, "\"action\":\"amend\",\"item\":\"c1\",\"code\":\"e119\",\"reason\":\"=1+1\""));
        assertThat(line(review, "c1").path("code").asText()).isEqualTo("E11.9");
        assertThat(line(review, "c1").path("verdict").asText()).isEqualTo("amended");
        for (JsonNode line : lines(review, "coded")) {
            if (line.path("verdict").asText().equals("open")) {
                String item = line.path("item").asText();
                review = ok(decide(id, review, "\"action\":\"accept\",\"item\":\"" + item + "\""));
            }
        }
        int from = Samples.NOTE.indexOf("lisinopril");
        review = ok(decide(
                id,
                review,
                "\"action\":\"add\",\"code\":\"Z79.899\",\"evidence_spans\":[" + quote(from, "lisinopril") + "]"));
        String added = lines(review, "added").getFirst().path("item").asText();
        review = ok(decide(id, review, "\"action\":\"sequence\",\"order\":[\"" + added + "\"]"));
        assertThat(line(review, added).path("sequence").asInt()).isEqualTo(1);

        review = ok(finish(id, review));
        contract.check(review, "ReviewReply");
        assertThat(review.path("state").asText()).isEqualTo("finished");
        Problems.assertProblem(contract, decide(id, review, "\"action\":\"accept\",\"item\":\"c1\""), 409);

        JsonNode codes = ok(coder().get(address(id) + "/export"));
        contract.check(codes, "FinalCodes");
        assertThat(codes.at("/codes/0/code").asText()).isEqualTo("Z79.899");
        assertThat(codes.at("/codes/0/evidence/0").asText()).isEqualTo("lisinopril");
        assertThat(codes.path("finished_by").asText()).isEqualTo("coder@default");

        Api.Reply csv = coder().get(address(id) + "/export?format=csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"codes-" + id + ".csv\"");
        assertThat(csv.text().lines()).hasSize(1 + codes.path("codes").size());
        assertThat(csv.text()).contains("\"'=1+1\"");
        Problems.assertProblem(contract, coder().get(address(id) + "/export?format=xls"), 400);

        review = ok(decide(id, review, "\"action\":\"reopen\",\"reason\":\"a query was answered\""));
        assertThat(review.path("state").asText()).isEqualTo("open");
        review = ok(decide(id, review, "\"action\":\"undo\""));
        assertThat(line(review, added).path("sequence").asInt()).isGreaterThan(1);
        assertThat(review.path("history")).hasSize(review.path("revision").asInt());
    }

    @Test
    void overrulesARuleWithAReason() {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        List<JsonNode> refused = lines(review, "refused");
        assertThat(refused).as("the note denies chest pain").isNotEmpty();
        String item = refused.getFirst().path("item").asText();
        Problems.assertProblem(contract, decide(id, review, "\"action\":\"restore\",\"item\":\"" + item + "\""), 400);
        JsonNode restored = ok(decide(
                id, review, "\"action\":\"restore\",\"item\":\"" + item + "\",\"reason\":\"said on the next page\""));
        assertThat(line(restored, item).path("verdict").asText()).isEqualTo("restored");
        assertThat(line(restored, item).path("reason").asText()).isEqualTo("said on the next page");
        assertThat(line(restored, item).path("decided_by").asText()).isEqualTo("coder@default");
    }

    @Test
    void refusesWhatWasDecidedOnAnotherState() {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        String accept = "{\"action\":\"accept\",\"item\":\"c1\"}";
        Problems.assertProblem(contract, coder().post(address(id) + "/decisions", accept), 428);
        JsonNode next = ok(decide(id, review, "\"action\":\"accept\",\"item\":\"c1\""));
        Api.Reply stale = decide(id, review, "\"action\":\"reject\",\"item\":\"c1\",\"reason\":\"no\"");
        Problems.assertProblem(contract, stale, 412);
        assertThat(stale.json().path("type").asText()).isEqualTo("/problems/stale");
        Problems.assertProblem(contract, finish(id, review), 412);
        assertThat(coder().get(address(id)).json().path("etag")).isEqualTo(next.path("etag"));
    }

    @Test
    void letsOneOfManyDecideOnAState() throws Exception {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        List<Callable<Integer>> calls = Collections.nCopies(
                12,
                () -> decide(id, review, "\"action\":\"accept\",\"item\":\"c1\"")
                        .status());
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> call : clients.invokeAll(calls)) {
                statuses.add(call.get());
            }
        }
        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(coder().get(address(id)).json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void refusesCodesAndQuotesThatAreNot() {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        String evidence = ",\"evidence_spans\":[" + quote(Samples.NOTE.indexOf("lisinopril"), "lisinopril") + "]";
        Problems.assertProblem(contract, decide(id, review, "\"action\":\"add\",\"code\":\"E11\"" + evidence), 422);
        Problems.assertProblem(contract, decide(id, review, "\"action\":\"add\",\"code\":\"A00.55\"" + evidence), 422);
        Api.Reply moved = decide(
                id,
                review,
                "\"action\":\"add\",\"code\":\"Z79.899\",\"evidence_spans\":[" + quote(3, "lisinopril") + "]");
        Problems.assertProblem(contract, moved, 422);
        assertThat(moved.json().path("type").asText()).isEqualTo("/problems/not-verbatim");
        Problems.assertProblem(contract, decide(id, review, "\"action\":\"nod\""), 400);
        assertThat(coder().get(address(id)).json().path("revision").asInt()).isZero();
    }

    @Test
    void beginsAgainWhenTheDocumentIsRunOnAgainAndKeepsTheOldReview() throws InterruptedException {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        ok(decide(id, review, "\"action\":\"accept\",\"item\":\"c1\""));
        assertThat(coder().post("/documents/" + id + "/analyses", "{}").status())
                .isEqualTo(202);
        JsonNode again = coder().get(address(id)).json();
        for (int i = 0; i < 200 && again.path("analysis_version").asInt() < 2; i++) {
            Thread.sleep(50);
            again = coder().get(address(id)).json();
        }
        assertThat(again.path("etag").asText()).isEqualTo("\"2-0\"");
        assertThat(again.path("reviewed_versions").toString()).isEqualTo("[1]");
        JsonNode old = ok(coder().get(address(id) + "?version=1"));
        assertThat(old.path("newest").asBoolean()).isFalse();
        assertThat(line(old, "c1").path("verdict").asText()).isEqualTo("accepted");
        Problems.assertProblem(contract, decide(id, old, "\"action\":\"undo\""), 412);
        Problems.assertProblem(contract, coder().get(address(id) + "?version=3"), 404);
    }

    @Test
    void hasNothingToReviewWithoutResults() {
        Api.Reply stored = coder().upload("s.txt", Samples.note(), Map.of("run_pipeline", "false"));
        long id = stored.json().path("document_id").asLong();
        Problems.assertProblem(contract, coder().get(address(id)), 409);
        Problems.assertProblem(contract, coder().get(address(999_999)), 404);
    }

    @Test
    void addsUpWhereCodersDisagreeWithinTheTenant() {
        long before = ok(people().as("viewer").get("/review/agreement"))
                .path("reviews")
                .asLong();
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        JsonNode first = lines(review, "coded").getFirst();
        String category = first.path("code").asText().substring(0, 3);
        for (JsonNode line : lines(review, "coded")) {
            String item = line.path("item").asText();
            review = ok(decide(id, review, "\"action\":\"reject\",\"reason\":\"no\",\"item\":\"" + item + "\""));
        }
        review = ok(finish(id, review));
        JsonNode agreement = ok(people().as("viewer").get("/review/agreement"));
        contract.check(agreement, "Agreement");
        assertThat(agreement.path("reviews").asLong()).isEqualTo(before + 1);
        int rejected = share(agreement, category).path("rejected").asInt();
        assertThat(rejected).isPositive();

        review = ok(decide(id, review, "\"action\":\"reopen\",\"reason\":\"again\""));
        review = ok(decide(
                id,
                review,
                "\"action\":\"accept\",\"item\":\"" + first.path("item").asText() + "\""));
        ok(finish(id, review));
        JsonNode later = ok(coder().get("/review/agreement"));
        assertThat(share(later, category).path("rejected").asInt())
                .as("the last finish counts")
                .isEqualTo(rejected - 1);
        assertThat(ok(people().as("viewer", "other").get("/review/agreement")).path("categories"))
                .isEmpty();
        people().as("provider").delete("/documents/" + id);
        assertThat(ok(coder().get("/review/agreement")).path("reviews").asLong())
                .isEqualTo(before);
    }

    @Test
    void changesNoDecisionAndDeletesThemWithTheirDocument() throws SQLException {
        long id = document();
        ok(decide(id, coder().get(address(id)).json(), "\"action\":\"accept\",\"item\":\"c1\""));
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> statement.executeUpdate("UPDATE review_decisions SET actor = 'x'"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("a decision never changes");
        }
        assertThat(decisions(id)).isEqualTo(1);
        assertThat(people().as("provider").delete("/documents/" + id).status()).isEqualTo(204);
        assertThat(decisions(id)).isZero();
    }

    @Test
    void leavesARowOfEachRefusalWithoutContent() throws SQLException {
        long id = document();
        JsonNode review = coder().get(address(id)).json();
        long before = number("SELECT seq AS n FROM audit_head");
        decide(id, review, "\"action\":\"nod\",\"reason\":\"Quillfeather\"");
        assertThat(number("SELECT COUNT(*) AS n FROM audit_events WHERE seq > " + before))
                .isEqualTo(1);
        assertThat(number("SELECT COUNT(*) AS n FROM audit_events WHERE outcome = 'DENIED' AND detail = 'MALFORMED'"
                        + " AND action = 'REVIEW' AND seq > " + before))
                .isEqualTo(1);
    }

    private long document() {
        Api.Reply reply = coder().upload("r.txt", Samples.note(), Map.of());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("document_id").asLong();
    }

    private Api.Reply decide(long id, JsonNode review, String members) {
        return coder().with("If-Match", review.path("etag").asText())
                .post(address(id) + "/decisions", "{" + members + "}");
    }

    private Api.Reply finish(long id, JsonNode review) {
        return coder().with("If-Match", review.path("etag").asText()).post(address(id) + "/finish", "");
    }

    private static JsonNode ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static String address(long id) {
        return "/documents/" + id + "/review";
    }

    private static String quote(int start, String quote) {
        ObjectNode node = Api.JSON.createObjectNode();
        return node.put("start", start)
                .put("end", start + quote.length())
                .put("quote", quote)
                .toString();
    }

    private static List<JsonNode> lines(JsonNode review, String origin) {
        List<JsonNode> lines = new ArrayList<>();
        review.path("items").forEach(line -> {
            if (line.path("origin").asText().equals(origin)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static JsonNode line(JsonNode review, String item) {
        return find(review.path("items"), "item", item);
    }

    private static JsonNode share(JsonNode agreement, String category) {
        return find(agreement.path("categories"), "subject", category);
    }

    private static JsonNode find(JsonNode array, String member, String value) {
        for (JsonNode one : array) {
            if (one.path(member).asText().equals(value)) {
                return one;
            }
        }
        throw new AssertionError("none with " + member + " " + value);
    }

    private long decisions(long id) throws SQLException {
        return number("SELECT COUNT(*) AS n FROM review_decisions WHERE document_id = " + id);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong("n") : -1;
        }
    }
}
