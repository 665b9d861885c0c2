package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reference's clients rely on, whichever database is behind it. */
abstract class ApiContract {

    private final Contract contract = new Contract();

    abstract RunningServer server();

    private Api api() {
        return server().api();
    }

    @Test
    void answersHealthInTheReferencesWords() {
        assertThat(api().get("/health").text()).isEqualTo("{\"status\":\"ok\"}");
        assertThat(api().get("/health/live").status()).isEqualTo(200);
        assertThat(api().get("/health/ready").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api"})
    void classifiesCodesAndSummarisesText(String prefix) {
        Api api = api().under(prefix);
        JsonNode type = ok(api.post("/classify", body("")));
        contract.check(type, "ClassifyReply");

        JsonNode codes = ok(api.post("/extract-codes", body(",\"document_type\":\"CLINICAL NOTE\"")));
        contract.check(codes, "CodesReply");
        assertThat(codes.path("codes").findValuesAsText("code")).contains("E11.22");
        assertGrounded(codes, Samples.NOTE);

        JsonNode summary = ok(api.post("/summarize", body(",\"codes\":[{\"code\":\"I10\"}]")));
        contract.check(summary, "SummaryReply");
        assertGrounded(summary, Samples.NOTE);
    }

    @Test
    void processesAnUploadAtOnceAndKeepsIt() {
        JsonNode reply = ok(api().upload("visit.txt", Samples.note(), Map.of("run_pipeline", "true")));
        contract.check(reply, "UploadReply");
        assertThat(reply.path("processed").asBoolean()).isTrue();
        long id = reply.path("document_id").asLong();

        JsonNode detail = ok(api().get("/documents/" + id));
        contract.check(detail, "DocumentDetail");
        assertThat(detail.path("results")).isEqualTo(reply.path("results"));
        assertThat(detail.path("original_filename").asText()).isEqualTo("visit.txt");
        assertThat(detail.path("legal_hold").asBoolean()).isFalse();
        assertThat(detail.path("retained_until").isNull())
                .as("nothing is deleted by its age here")
                .isTrue();

        JsonNode text = ok(api().get("/documents/" + id + "/text"));
        contract.check(text, "DocumentTextReply");
        assertGrounded(detail, text.path("text").asText());

        Api.Reply file = api().get("/documents/" + id + "/file");
        assertThat(file.response().body()).isEqualTo(Samples.note());
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void readsAPdfWhateverItIsCalled() {
        JsonNode reply = ok(api().upload("scan.txt", Samples.pdf(3), Map.of()));
        assertThat(reply.at("/results/pages").asInt()).isEqualTo(3);
        JsonNode detail = ok(api().get("/documents/" + reply.path("document_id").asLong()));
        assertThat(detail.path("content_type").asText()).isEqualTo("application/pdf");
        assertGrounded(
                detail,
                ok(api().get("/documents/" + detail.path("id").asLong() + "/text"))
                        .path("text")
                        .asText());
    }

    @Test
    void takesTheHintForTheType() {
        JsonNode reply = ok(api().upload("a.txt", Samples.note(), Map.of("document_type_hint", "X-RAY")));
        assertThat(reply.at("/results/classification/document_type").asText()).isEqualTo("X-RAY");
        assertThat(reply.at("/results/classification/confidence").asDouble()).isEqualTo(1.0);
        assertProblem(api().upload("a.txt", Samples.note(), Map.of("document_type_hint", "MRI")), 400);
        assertProblem(api().upload("a.txt", Samples.note(), Map.of("document_type_hint", "OTHER")), 400);
    }

    @Test
    void storesWithoutProcessingWhenAskedTo() {
        JsonNode reply = ok(api().upload("later.txt", Samples.note(), Map.of("run_pipeline", "false")));
        contract.check(reply, "UploadReply");
        assertThat(reply.path("processed").asBoolean()).isFalse();
        assertThat(reply.path("results").isNull()).isTrue();
        JsonNode detail = ok(api().get("/documents/" + reply.path("document_id").asLong()));
        assertThat(detail.path("state").asText()).isEqualTo("stored");
        assertThat(ok(api().get("/documents/" + detail.path("id").asLong() + "/text"))
                        .path("text")
                        .asText())
                .isEqualTo(Samples.NOTE);
    }

    @Test
    void respondsAsyncWithAJobToPollAndToStream() {
        Api.Reply accepted = api().under("/api").uploadAsync("queued.txt", Samples.note());
        assertThat(accepted.status()).isEqualTo(202);
        contract.check(accepted.json(), "UploadReply");
        String location = accepted.header("Location");
        assertThat(location).startsWith("/api/jobs/");

        String events = api().get(location + "/events").text();
        assertThat(events).contains("event:state").contains("\"state\":\"done\"");
        JsonNode job = ok(api().get(location));
        contract.check(job, "Job");
        assertThat(job.path("state").asText()).isEqualTo("done");
        JsonNode detail = ok(api().get("/documents/" + job.path("document_id").asLong()));
        assertThat(detail.path("state").asText()).isEqualTo("processed");
    }

    @Test
    void listsTheNewestFirstInPages() {
        for (int i = 0; i < 5; i++) {
            ok(api().upload("page-" + i + ".txt", Samples.note(), Map.of()));
        }
        Api.Reply first = api().get("/documents?limit=2&q=PAGE-");
        contract.checkEach(first.json(), "DocumentItem");
        assertThat(first.json().findValuesAsText("original_filename")).containsExactly("page-4.txt", "page-3.txt");
        String next = first.header("Link").replaceFirst(".*<([^>]+)>; rel=\"next\".*", "$1");
        assertThat(ok(api().get(next)).findValuesAsText("original_filename"))
                .containsExactly("page-2.txt", "page-1.txt");
        assertThat(ok(api().get("/documents?q=page%25")).size()).isZero();
        assertThat(ok(api().get("/documents?state=failed&q=page-")).size()).isZero();
        assertThat(ok(api().get("/documents?q=page-&from=2020-01-01&state=processed"))
                        .size())
                .isEqualTo(5);
        assertThat(ok(api().get("/documents?q=page-&to=2020-01-01")).size()).isZero();
    }

    @Test
    void saysThatTheSameBytesCameBefore() {
        byte[] bytes = (Samples.NOTE + "Seen twice.").getBytes(StandardCharsets.UTF_8);
        long first =
                ok(api().upload("one.txt", bytes, Map.of())).path("document_id").asLong();
        JsonNode second = ok(api().upload("two.txt", bytes, Map.of()));
        assertThat(second.path("same_content_as").asLong()).isEqualTo(first);
        assertThat(second.path("document_id").asLong()).isNotEqualTo(first);
    }

    @Test
    void makesOneDocumentOfManyUploadsWithOneKey() throws Exception {
        List<Callable<Long>> calls = Collections.nCopies(
                50,
                () -> api().uploadOnce("race-1", "race.txt", Samples.note())
                        .json()
                        .path("document_id")
                        .asLong());
        Set<Long> ids = new TreeSet<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> call : clients.invokeAll(calls)) {
                ids.add(call.get());
            }
        }
        assertThat(ids).hasSize(1).doesNotContain(0L);
        assertThat(ok(api().get("/documents?q=race.txt")).size()).isEqualTo(1);

        assertProblem(api().uploadOnce("race-1", "other.txt", Samples.note()), 422);
        assertProblem(api().uploadOnce("race-1", "race.txt", Samples.pdf(1)), 422);
        assertProblem(api().uploadOnce("two words", "race.txt", Samples.note()), 400);
        long another = ok(api().uploadOnce("race-2", "race.txt", Samples.note()))
                .path("document_id")
                .asLong();
        assertThat(ids).doesNotContain(another);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/documents?q=%00",
                "/documents?q=a%00b&limit=1",
                "/documents?state=%00",
                "/documents/1%00",
                "/documents/1/text?version=%00",
                "/api/jobs?state=queued%00",
                "/codes?q=%00",
                "/codes/I10%00"
            })
    void refusesAnAddressWithACharacterThatNoTextHas(String path) {
        assertSays(api().get(path), "U+0000");
    }

    @Test
    void refusesJsonWithHalfACharacter() {
        for (String half : List.of("\\ud800", "a\\udc00b", "\\udc00\\ud800")) {
            for (String path : List.of("/classify", "/extract-codes", "/summarize")) {
                assertSays(api().post(path, "{\"document_text\":\"Fever. " + half + "\"}"), "surrogate");
            }
            assertSays(api().post("/summarize", body(",\"codes\":[{\"code\":\"" + half + "\"}]")), "surrogate");
            assertSays(api().post("/documents/1/analyses", "{\"encounter\":\"" + half + "\"}"), "surrogate");
        }
        assertThat(api().post("/classify", "{\"document_text\":\"Fever \\ud83e\\udd12, CT of the head.\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsTextWithTheCharacterThatNoDatabaseStores() {
        for (String path : List.of("/classify", "/extract-codes", "/summarize")) {
            ok(api().post(path, "{\"document_text\":\"Essential hypertension.\\u0000 Fever.\"}"));
        }
        byte[] bytes = "Essential hypertension.\0 Fever.".getBytes(StandardCharsets.UTF_8);
        long id =
                ok(api().upload("nul.txt", bytes, Map.of())).path("document_id").asLong();
        assertGrounded(
                ok(api().get("/documents/" + id)),
                ok(api().get("/documents/" + id + "/text")).path("text").asText());
    }

    @Test
    void refusesADecisionThatCannotBeStored() {
        long id = ok(api().upload("decide.txt", Samples.note(), Map.of()))
                .path("document_id")
                .asLong();
        String review = "/documents/" + id + "/review";
        Api.Reply seen = api().get(review);
        String item = seen.json().at("/items/0/id").asText();
        for (String text : List.of("\\u0000", "not so\\u0000", "\\ud800", "not so \\udfff")) {
            Api.Reply reply = api().send(api().request(review + "/decisions")
                    .header("Content-Type", "application/json")
                    .header("If-Match", seen.header("ETag"))
                    .POST(BodyPublishers.ofString(
                            "{\"action\":\"reject\",\"item\":\"" + item + "\",\"reason\":\"" + text + "\"}")));
            assertProblem(reply, 400);
        }
    }

    private void assertSays(Api.Reply reply, String reason) {
        assertProblem(reply, 400);
        assertThat(reply.json().path("type").asText()).isEqualTo("/problems/malformed");
        assertThat(reply.json().path("detail").asText()).contains(reason);
    }

    @Test
    void retriesADeadLetterAndCancelsNothingThatIsOver() throws InterruptedException {
        Api.Reply accepted = api().uploadAsync("dead.txt", " \n ".getBytes(StandardCharsets.UTF_8));
        String job = accepted.header("Location");
        awaitJob(job, "failed");
        long id = ok(api().get(job)).path("id").asLong();
        JsonNode letters = ok(api().get("/jobs?state=failed&limit=1&before=" + (id + 1)));
        contract.checkEach(letters, "Job");
        assertThat(letters.get(0).path("id").asLong()).isEqualTo(id);

        assertProblem(api().post(job + "/cancel", ""), 409);
        JsonNode again = ok(api().post(job + "/retry", ""));
        contract.check(again, "Job");
        awaitJob(job, "failed");
        assertThat(ok(api().get(job)).path("attempts").asInt()).isEqualTo(1);

        JsonNode done = ok(api().upload("done.txt", Samples.note(), Map.of()));
        String over = "/jobs/" + done.path("job_id").asLong();
        assertProblem(api().post(over + "/retry", ""), 409);
        assertProblem(api().post(over + "/cancel", ""), 409);
        assertProblem(api().post("/jobs/999999/retry", ""), 404);
    }

    private void awaitJob(String path, String state) throws InterruptedException {
        String now = "";
        for (int i = 0; i < 200 && !now.equals(state); i++) {
            now = ok(api().get(path)).path("state").asText();
            Thread.sleep(25);
        }
        assertThat(now).isEqualTo(state);
    }

    @Test
    void runsAgainOnDemandAndComparesTheVersions() throws InterruptedException {
        long id = ok(api().upload("again.txt", Samples.note(), Map.of()))
                .path("document_id")
                .asLong();
        String runs = "/documents/" + id + "/analyses";
        Api.Reply accepted =
                api().under("/api").post(runs, "{\"encounter\":\"inpatient\",\"date_of_service\":\"2026-05-04\"}");
        assertThat(accepted.status()).isEqualTo(202);
        contract.check(accepted.json(), "Job");
        assertThat(accepted.header("Location")).startsWith("/api/jobs/");
        awaitJob(accepted.header("Location"), "done");

        JsonNode versions = ok(api().get(runs));
        contract.checkEach(versions, "AnalysisVersion");
        assertThat(versions.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(versions.findValuesAsText("newest")).containsExactly("true", "false");
        assertThat(versions.at("/0/engine").asText()).isEqualTo("local");

        JsonNode first = ok(api().get(runs + "/1"));
        contract.check(first, "AnalysisDetail");
        assertThat(first.at("/results/encounter/class").asText()).isEqualTo("outpatient");
        JsonNode newest = ok(api().get("/documents/" + id));
        assertThat(newest.path("analysis_version").asInt()).isEqualTo(2);
        assertThat(newest.at("/results/encounter/class").asText()).isEqualTo("inpatient");
        assertThat(newest.at("/results/encounter/date_of_service").asText()).isEqualTo("2026-05-04");
        assertGrounded(
                first,
                ok(api().get("/documents/" + id + "/text?version=1"))
                        .path("text")
                        .asText());

        JsonNode same = ok(api().get(runs + "/compare?from=1&to=1"));
        contract.check(same, "ComparisonReply");
        assertThat(same.path("codes").size()).isZero();
        assertThat(same.path("same_codes").asInt())
                .isEqualTo(first.at("/results/codes/codes").size())
                .isPositive();
        contract.check(ok(api().get(runs + "/compare?from=2&to=1")), "ComparisonReply");
    }

    @Test
    void runsOnceOfManyRequestsWithOneKey() throws Exception {
        long id = ok(api().upload("once.txt", Samples.note(), Map.of()))
                .path("document_id")
                .asLong();
        String runs = "/documents/" + id + "/analyses";
        String body = "{\"encounter\":\"inpatient\"}";
        Set<Long> jobs = new TreeSet<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Api.Reply>> calls = Collections.nCopies(20, () -> api().postOnce("run-1", runs, body));
            for (Future<Api.Reply> call : clients.invokeAll(calls)) {
                assertThat(call.get().status()).as(call.get().text()).isEqualTo(202);
                jobs.add(call.get().json().path("id").asLong());
            }
        }
        assertThat(jobs).hasSize(1);
        String job = "/jobs/" + jobs.iterator().next();
        awaitJob(job, "done");
        Api.Reply later = api().postOnce("run-1", runs, body);
        assertThat(later.header("Location")).isEqualTo(job);
        assertThat(later.json().path("state").asText()).isEqualTo("done");
        assertThat(ok(api().get(runs)).size()).isEqualTo(2);

        assertProblem(api().postOnce("run-1", runs, "{}"), 422);
        assertProblem(api().uploadOnce("run-1", "once.txt", Samples.note()), 422);
        ok(api().uploadOnce("run-2", "twice.txt", Samples.note()));
        assertProblem(api().postOnce("run-2", runs, body), 422);
        assertProblem(api().postOnce("run 3", runs, body), 400);
        assertProblem(api().postOnce("run-4", "/documents/999999/analyses", body), 404);
        assertThat(api().postOnce("run-4", runs, body).status())
                .as("a refused request does not take its key")
                .isEqualTo(202);
    }

    @Test
    void refusesRunsAndVersionsThatCannotBe() {
        long id = ok(api().upload("never.txt", Samples.note(), Map.of("run_pipeline", "false")))
                .path("document_id")
                .asLong();
        String runs = "/documents/" + id + "/analyses";
        assertThat(ok(api().get(runs)).size()).isZero();
        assertProblem(api().get(runs + "/1"), 404);
        assertProblem(api().get(runs + "/compare?from=1&to=2"), 404);
        assertProblem(api().get(runs + "/compare?from=1"), 400);
        assertProblem(api().get(runs + "/compare?from=0&to=1"), 400);
        assertProblem(api().get("/documents/" + id + "/text?version=3"), 404);
        assertProblem(api().post(runs, "{\"engine\":\"other\"}"), 400);
        assertProblem(api().post(runs, "{\"engine\":\"claude\"}"), 400);
        assertProblem(api().post(runs, "{\"encounter\":\"zoo\"}"), 400);
        assertProblem(api().post("/documents/999999/analyses", "{}"), 404);
        assertProblem(api().get("/documents/999999/analyses"), 404);
    }

    @Test
    void deletesEverythingOfADocument() {
        long id = ok(api().upload("gone.txt", Samples.note(), Map.of()))
                .path("document_id")
                .asLong();
        assertThat(api().delete("/documents/" + id).status()).isEqualTo(204);
        assertProblem(api().get("/documents/" + id), 404);
        assertProblem(api().get("/documents/" + id + "/file"), 404);
        assertProblem(api().delete("/documents/" + id), 404);
    }

    @Test
    void keepsNothingOfWhatItCannotProcess() {
        int before = ok(api().get("/documents?q=blank")).size();
        assertProblem(api().upload("blank.txt", " \n\n ".getBytes(StandardCharsets.UTF_8), Map.of()), 422);
        assertProblem(api().upload("blank.txt", new byte[0], Map.of()), 422);
        assertProblem(api().upload("blank.txt", new byte[] {'P', 'K', 3, 4, 0, 0, 0}, Map.of()), 415);
        assertThat(ok(api().get("/documents?q=blank")).size()).isEqualTo(before);
    }

    @Test
    void remembersWhyAQueuedDocumentFailed() throws InterruptedException {
        byte[] blank = "   \n ".getBytes(StandardCharsets.UTF_8);
        long id = api().uploadAsync("hopeless.txt", blank)
                .json()
                .path("document_id")
                .asLong();
        JsonNode detail = ok(api().get("/documents/" + id));
        for (int i = 0; i < 100 && !detail.path("state").asText().equals("failed"); i++) {
            Thread.sleep(50);
            detail = ok(api().get("/documents/" + id));
        }
        contract.check(detail, "DocumentDetail");
        assertThat(detail.at("/failure/type").asText()).isEqualTo("/problems/empty");
        assertThat(detail.at("/failure/status").asInt()).isEqualTo(422);
    }

    @Test
    void looksCodesUp() {
        JsonNode found = ok(api().get("/codes?q=essential%20hypertension&limit=5"));
        contract.check(found, "CodeMatches");
        assertThat(found.path("codes").findValuesAsText("code")).contains("I10");
        JsonNode code = ok(api().get("/codes/e1122"));
        contract.check(code, "CodeDetail");
        assertThat(code.path("code").asText()).isEqualTo("E11.22");
        assertThat(code.path("path").findValuesAsText("code")).contains("E11");
        assertProblem(api().get("/codes/Q99.99"), 404);
    }

    @Test
    void evaluatesAndRemembersTheReport() {
        JsonNode report = ok(api().get("/eval/quick"));
        contract.check(report, "EvalReport");
        assertThat(report.path("items").asInt())
                .isEqualTo(report.path("test_results").size());
        assertThat(ok(api().get("/eval/latest"))).isEqualTo(report);
    }

    static JsonNode ok(Api.Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.header("X-Request-Id")).isNotEmpty();
        assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
        return reply.json();
    }

    private void assertProblem(Api.Reply reply, int status) {
        Problems.assertProblem(contract, reply, status);
    }

    private static void assertGrounded(JsonNode answer, String text) {
        for (JsonNode spans : answer.findValues("evidence_spans")) {
            for (JsonNode span : spans) {
                assertThat(text.substring(
                                span.path("start").asInt(), span.path("end").asInt()))
                        .isEqualTo(span.path("quote").asText());
            }
        }
    }

    private static String body(String more) {
        return "{\"document_text\":" + Api.JSON.valueToTree(Samples.NOTE) + more + "}";
    }
}
