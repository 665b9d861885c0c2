package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad request is told what is wrong in one sentence, and the server goes on. */
final class BadRequestsIT {

    private static final Contract CONTRACT = new Contract();
    private static final String MULTIPART = "multipart/form-data; boundary=b";
    private static final String FILE = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nsome text\r\n";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = RunningServer.start(
                folder,
                Map.of("MAX_UPLOAD_MB", "1", "ALLOW_ORIGINS", "https://app.example.org, http://localhost:5173"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void stillAnswersAndLoggedNoName() throws IOException {
        assertThat(server.api().get("/health").status()).isEqualTo(200);
        assertThat(server.log()).doesNotContain("CANARY").doesNotContain("some text");
    }

    static Stream<String> badNames() {
        return Stream.of(
                "../CANARY.txt",
                "..\\\\CANARY.txt",
                "/etc/CANARY",
                "C:\\\\CANARY.txt",
                "%2e%2e%2fCANARY.txt",
                "CANARY\0.txt",
                "CANARY%00.txt",
                "CANARY" + "x".repeat(5_000),
                "<img src=x onerror=alert(1)>CANARY.txt",
                "CANARY\u202Etxt.exe",
                "=cmd|CANARY",
                "-rf CANARY",
                "+CANARY",
                "@CANARY",
                "   ");
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void refusesNamesThatAttack(String name) {
        problem(server.api().upload(name, "some text".getBytes(StandardCharsets.UTF_8), Map.of()), 400);
    }

    @Test
    void refusesLineBreaksInNames() {
        Api.Reply reply = server.api().upload("CAN\r\nARY.txt", "some text".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"résumé-ärztin.txt", "报告.txt", "a b (1).txt", "..dots...txt.", "O'Brien.txt"})
    void takesOrdinaryNames(String name) {
        Api.Reply reply = server.api().upload(name, Samples.note(), Map.of());
        int expected = name.startsWith("..") ? 400 : 200;
        assertThat(reply.status()).as(reply.text()).isEqualTo(expected);
    }

    static Stream<String> badForms() {
        return Stream.of(
                "--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno name\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"other\"; filename=\"a.txt\"\r\n\r\nx\r\n--b--\r\n",
                FILE + FILE + "--b--\r\n",
                FILE + "--b\r\nContent-Disposition: form-data; name=\"run_pipeline\"\r\n\r\nmaybe\r\n--b--\r\n",
                FILE + "--b\r\nContent-Disposition: form-data; name=\"encounter\"\r\n\r\nhome\r\n--b--\r\n",
                FILE + "--b\r\nContent-Disposition: form-data; name=\"date_of_service\"\r\n\r\n2026-02-30\r\n--b--\r\n",
                "this is not multipart at all",
                "--b\r\ngarbage without a header",
                FILE.repeat(3).replace("\r\n\r\n", "\r\n"),
                "");
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void refusesBrokenForms(String form) {
        problem(send(MULTIPART, form.getBytes(StandardCharsets.UTF_8)), 400);
    }

    @Test
    void refusesTenThousandParts() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n";
        Api.Reply reply = send(MULTIPART, (part.repeat(10_000) + FILE + "--b--\r\n").getBytes(StandardCharsets.UTF_8));
        assertThat(reply.status()).isIn(400, 413);
        problem(reply, reply.status());
    }

    @Test
    void refusesAFormWithoutBoundary() {
        problem(send("multipart/form-data", FILE.getBytes(StandardCharsets.UTF_8)), 400);
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(send("application/json", "{}".getBytes(StandardCharsets.UTF_8)), 415);
        problem(
                server.api()
                        .send(server.api()
                                .request("/classify")
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("text"))),
                415);
    }

    @Test
    void refusesWhatIsTooLarge() throws IOException {
        problem(server.api().upload("big.txt", new byte[3 * 1024 * 1024], Map.of()), 413);
        String head = "POST /documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + MULTIPART
                + "\r\nContent-Length: 99999999999\r\n\r\n";
        assertThat(RawHttp.send(server.port(), head, 3_000)).contains(" 413 ").contains("problem+json");
    }

    @Test
    void refusesCompressedRequests() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[50 * 1024 * 1024]);
        }
        problem(
                server.api()
                        .send(server.api()
                                .request("/classify")
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", "gzip")
                                .POST(BodyPublishers.ofByteArray(bomb.toByteArray()))),
                415);
    }

    static Stream<String> badBodies() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{}",
                "{\"document_text\":null}",
                "{\"document_text\":5}",
                "{\"document_text\":[\"a\"]}",
                "{\"document_text\":\"a\",\"document_text\":\"b\"}",
                "{\"document_text\":\"a\"",
                "{\"document_text\":\"a\"} {}",
                "{\"document_text\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"a\":" + "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000) + "}",
                "{\"document_text\":\"a\",\"document_type\":\"MRI\"}",
                "{\"document_text\":\"a\",\"encounter\":\"home\"}",
                "{\"document_text\":\"a\",\"date_of_service\":\"yesterday\"}",
                "{\"document_text\":\"a\",\"document_type\":" + "9".repeat(5_000) + "}",
                "<xml/>");
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void refusesBrokenJson(String body) {
        problem(server.api().post("/extract-codes", body), 400);
    }

    @Test
    void refusesTextWithoutText() {
        problem(server.api().post("/classify", "{\"document_text\":\" \\n \"}"), 422);
    }

    @ParameterizedTest
    @CsvSource({
        "/documents/0, 404",
        "/documents/999999999, 404",
        "/documents/-1, 404",
        "/documents/abc, 404",
        "/documents/99999999999999999999, 404",
        "/documents/1%27%20OR%201=1, 404",
        "/documents/..%2f..%2fetc%2fpasswd, 404",
        "/jobs/0, 404",
        "/jobs/x/events, 404",
        "/jobs/999999/events, 404",
        "/documents?limit=0, 400",
        "/documents?limit=501, 400",
        "/documents?limit=many, 400",
        "/documents?before=-1, 400",
        "/documents?state=deleted, 400",
        "/documents?document_type=MRI, 400",
        "/documents?from=tomorrow, 400",
        "/codes, 400",
        "/codes?q=%20, 400",
        "/codes?q=a&limit=0, 400",
        "/codes/NOPE, 404",
        "/nothing, 404",
        "/api/nothing, 404",
        "/api/api/health, 404",
        "/app/../../etc/passwd.txt, 404",
        "/problems, 404",
        "/q/dev, 404"
    })
    void refusesAddressesThatLeadNowhere(String path, int status) {
        problem(server.api().get(path), status);
    }

    @Test
    void searchesForInjectionsLiterally() {
        assertThat(server.api().get("/documents?q=%27%20OR%201=1--").json().size())
                .isZero();
        assertThat(server.api()
                        .get("/documents?sort=id%3BDROP%20TABLE%20documents")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesOtherMethodsAndSaysWhich() {
        Api.Reply reply =
                server.api().send(server.api().request("/documents").method("PATCH", BodyPublishers.noBody()));
        problem(reply, 405);
        assertThat(reply.header("Allow")).contains("GET").contains("POST");
    }

    @Test
    void refusesAnAddressThatIsTooLong() throws IOException {
        String answer = RawHttp.send(
                server.port(), "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 3_000);
        assertThat(answer).contains(" 414 ", "application/problem+json", "/problems/uri-too-long");
    }

    @Test
    void refusesHeadersThatAreTooLarge() throws IOException {
        String answer = RawHttp.send(
                server.port(),
                "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n",
                3_000);
        assertThat(answer).contains(" 431 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://app.example.org.evil.test", "https://evil.test", "http://app.example.org"})
    void refusesToChangeAnythingForOtherOrigins(String origin) {
        Api.Reply reply = server.api()
                .send(server.api()
                        .request("/classify")
                        .header("Origin", origin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"document_text\":\"a\"}")));
        problem(reply, 403);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
        Api.Reply read = server.api()
                .send(server.api()
                        .request("/documents")
                        .header("Origin", origin)
                        .GET());
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void letsListedOriginsIn() {
        Api.Reply preflight = server.api()
                .send(server.api()
                        .request("/api/documents")
                        .header("Origin", "https://app.example.org")
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
    }

    @Test
    void answersToItsOwnNamesOnly() throws IOException {
        String answer =
                RawHttp.send(server.port(), "GET /documents HTTP/1.1\r\nHost: rebound.evil.test\r\n\r\n", 2_000);
        assertThat(answer).startsWith("HTTP/1.1 403").contains("problem+json");
    }

    private static Api.Reply send(String contentType, byte[] body) {
        return server.api()
                .send(server.api()
                        .request("/documents")
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static void problem(Api.Reply reply, int status) {
        Problems.assertProblem(CONTRACT, reply, status);
    }
}
