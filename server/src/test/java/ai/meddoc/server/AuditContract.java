package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reading, writing, taking away and refusal of PHI leaves one row and no second, whichever database there is. */
abstract class AuditContract {

    static Stream<AuditRowLine> lines() {
        return AuditRowLine.read().stream();
    }

    abstract RunningServer server();

    abstract People people();

    abstract Connection connect() throws SQLException;

    @Test
    void knowsEveryRouteOfTheContract() {
        assertThat(lines().map(AuditRowLine::name)).containsExactlyInAnyOrderElementsOf(new Contract().routes());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void leavesTheRowItShouldAndNoOther(AuditRowLine line) throws SQLException {
        People.Caller caller = caller(line, "default");
        String address = address(line.path());
        long before = last();
        Api.Reply reply = calls().send(caller, line.method(), line.path(), address);
        assertThat(reply.status()).as(reply.text()).isEqualTo(line.status());
        List<Map<String, String>> rows = after(before);
        if (line.leavesNone()) {
            assertThat(rows).isEmpty();
            return;
        }
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.get("action") + " " + row.get("outcome")).isEqualTo(line.row());
            assertThat(row.get("route")).isEqualTo(line.name());
            assertThat(row.get("request_id")).isEqualTo(reply.header("X-Request-Id"));
            assertThat("".equals(row.get("document_id"))).isEqualTo(!line.isAboutOne());
            if (!line.role().equals("nobody")) {
                assertThat(row.get("actor")).isEqualTo(line.role() + "@default");
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void leavesOneRowOfARefusal(AuditRowLine line) throws SQLException {
        AuthorizationMatrix.Line rights = rights(line);
        String address = address(line.path());
        for (People.Caller caller : refused(rights)) {
            long before = last();
            Api.Reply reply = calls().send(caller, line.method(), line.path(), address);
            assertThat(reply.status()).as(reply.text()).isIn(401, 403);
            List<Map<String, String>> rows = after(before);
            if (line.isOfPhi()) {
                assertThat(rows).singleElement().satisfies(row -> {
                    assertThat(row.get("action")).isEqualTo(line.refused());
                    assertThat(row.get("outcome")).isEqualTo("DENIED");
                });
            } else {
                assertThat(rows).isEmpty();
            }
        }
    }

    /** Nobody, an unknown key, and each role that the matrix refuses. */
    private List<People.Caller> refused(AuthorizationMatrix.Line rights) {
        List<People.Caller> refused = new ArrayList<>();
        if (rights.nobody().equals("401")) {
            refused.add(people().nobody());
            refused.add(people().bearer("meddoc_unknown"));
            for (int i = 0; i < People.ROLES.size(); i++) {
                if (rights.roles().get(i).equals("403")) {
                    refused.add(people().as(People.ROLES.get(i)));
                }
            }
        }
        return refused;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void leavesOneRowWhereItIsAnotherTenants(AuditRowLine line) throws SQLException {
        if (!line.isOfPhi() || !rights(line).other().equals("404")) {
            return;
        }
        String address = address(line.path());
        People.Caller stranger = caller(line, "other");
        long before = last();
        assertThat(calls().send(stranger, line.method(), line.path(), address).status())
                .isEqualTo(404);
        assertThat(after(before)).singleElement().satisfies(row -> {
            assertThat(row.get("outcome")).isEqualTo("DENIED");
            assertThat(row.get("tenant")).isEqualTo("other");
            String number = address.replaceFirst("^/[a-z-]+/(\\d+).*", "$1");
            if (line.path().startsWith("/documents/")) {
                assertThat(row.get("document_id")).isEqualTo(number);
            } else {
                assertThat(row.get("document_id")).isEmpty();
                assertThat(row.get("detail")).endsWith(" " + number);
            }
        });
    }

    private static AuthorizationMatrix.Line rights(AuditRowLine line) {
        return AuthorizationMatrix.read().stream()
                .filter(rights -> rights.name().equals(line.name()))
                .findFirst()
                .orElseThrow();
    }

    private RouteCalls calls() {
        return new RouteCalls(people());
    }

    /** In a session of their own where the request changes it. */
    private People.Caller caller(AuditRowLine line, String tenant) {
        if (line.role().equals("nobody")) {
            return people().nobody();
        }
        return line.path().startsWith("/session")
                ? people().signIn(line.role() + "@" + tenant)
                : people().as(line.role(), tenant);
    }

    /** Of something in the state that the route is for. */
    private String address(String template) throws SQLException {
        if (template.startsWith("/webhooks/deliveries/")) {
            return template.replace("{id}", String.valueOf(delivery()));
        }
        String address = calls().address(template);
        String job = address.replaceFirst("^/jobs/(\\d+)/.*", "$1");
        switch (template) {
            case "/jobs/{id}/retry" -> change("UPDATE jobs SET state = 'failed' WHERE id = " + job);
            // Nobody takes it before the far end of its lease.
            case "/jobs/{id}/cancel" ->
                change("UPDATE jobs SET state = 'queued', lease_until = 9000000000000000 WHERE id = " + job);
            default -> {}
        }
        return address;
    }

    /** One that was given up. */
    private long delivery() throws SQLException {
        JsonNode document = calls().document(true);
        change("INSERT INTO webhook_deliveries (job_id, document_id, url, event, state, attempts, next_at, created_at)"
                + " VALUES (" + document.path("job_id") + ", " + document.path("document_id")
                + ", 'http://127.0.0.1:1/', 'job.done', 'failed', 9, 0, 0)");
        return Long.parseLong(
                query("SELECT MAX(id) AS id FROM webhook_deliveries").getFirst().get("id"));
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void leavesNoRowOfWhatCannotBeUnderstood() throws SQLException {
        People.Caller provider = people().as("provider");
        long before = last();
        assertThat(provider.post("/classify", "{}").status()).isEqualTo(400);
        assertThat(provider.get("/documents?state=none").status()).isEqualTo(400);
        assertThat(after(before)).isEmpty();
    }

    @Test
    void leavesOneRowOfWhatIsDoneToAJob() throws SQLException, InterruptedException {
        People.Caller provider = people().as("provider");
        byte[] blank = "  \n".getBytes(StandardCharsets.UTF_8);
        String job = provider.uploadAsync("blank.txt", blank).header("Location");
        for (int i = 0; i < 200 && !provider.get(job).text().contains("\"failed\""); i++) {
            Thread.sleep(25);
        }
        long before = last();
        assertThat(provider.post(job + "/cancel", "").status()).isEqualTo(409);
        assertThat(after(before)).as("nothing was done or shown").isEmpty();
        assertThat(provider.post(job + "/retry", "").status()).isEqualTo(200);
        assertThat(after(before)).singleElement().satisfies(row -> {
            assertThat(row.get("action")).isEqualTo("ANALYZE");
            assertThat(row.get("route")).isEqualTo("POST /jobs/{id}/retry");
            assertThat(row.get("document_id")).isNotEmpty();
        });
    }

    @Test
    void keepsWhatIsHeldAndSaysWhoHeldIt() throws SQLException {
        long id = document();
        People.Caller admin = people().as("admin");
        int others = admin.get("/holds").json().size();
        long before = last();
        JsonNode hold = admin.post("/documents/" + id + "/hold", "{\"reason\":\"litigation\"}")
                .json();
        new Contract().check(hold, "Hold");
        assertThat(hold.path("placed_by").asText()).isEqualTo("admin@default");
        JsonNode held = people().as("provider").get("/documents/" + id).json();
        assertThat(held.path("legal_hold").asBoolean()).isTrue();
        assertThat(held.toString()).as("why is the administrators' business").doesNotContain("litigation");
        Api.Reply refused = people().as("provider").delete("/documents/" + id);
        Problems.assertProblem(new Contract(), refused, 409);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/legal-hold");
        new Contract().checkEach(admin.get("/holds").json(), "Hold");
        assertThat(admin.post("/documents/" + id + "/hold", "{}").status()).isEqualTo(400);
        assertThat(admin.delete("/documents/" + id + "/hold").status()).isEqualTo(204);
        assertThat(admin.delete("/documents/" + id + "/hold").status()).isEqualTo(404);
        assertThat(people().as("provider").delete("/documents/" + id).status()).isEqualTo(204);
        assertThat(after(before))
                .extracting(row -> row.get("action") + " " + row.get("outcome") + " " + row.get("detail"))
                .containsExactly(
                        "UPDATE DONE hold placed",
                        "READ DONE ",
                        "DELETE DENIED LEGAL_HOLD",
                        "LIST DONE " + (others + 1) + " holds",
                        "UPDATE DONE hold lifted",
                        "UPDATE DENIED hold lifted",
                        "DELETE DONE ");
    }

    @Test
    void keepsNoUploadWithoutItsRowAndNoRowWithoutItsUpload() throws SQLException {
        People.Caller provider = people().as("provider");
        long before = last();
        Api.Reply reply = provider.upload("blank.txt", "  \n".getBytes(StandardCharsets.UTF_8), Map.of());
        assertThat(reply.status()).isEqualTo(422);
        assertThat(after(before)).extracting(row -> row.get("action")).containsExactly("CREATE", "DELETE");
    }

    @Test
    void showsAgainWhatWasShown() throws SQLException {
        long id = document();
        JsonNode shown = people().as("provider").get("/documents/" + id).json().path("results");
        String row = after(last() - 1).getFirst().get("seq");
        JsonNode again = people().as("auditor").get("/audit/" + row + "/shown").json();
        new Contract().check(again, "ShownReply");
        assertThat(again.path("results")).isEqualTo(shown);
        assertThat(again.path("unchanged").asBoolean()).isTrue();
        people().as("provider").delete("/documents/" + id);
        assertThat(people().as("auditor")
                        .get("/audit/" + row + "/shown")
                        .json()
                        .path("results")
                        .isNull())
                .as("deleted really is deleted")
                .isTrue();
    }

    @Test
    void listsAndExportsTheTrailOfTheTenantAlone() {
        long id = document();
        people().as("provider").get("/documents/" + id);
        JsonNode rows = people().as("auditor").get("/audit?document_id=" + id).json();
        new Contract().checkEach(rows, "AuditEvent");
        assertThat(rows.findValuesAsText("action")).containsExactly("read", "create");
        assertThat(people().as("auditor", "other")
                        .get("/audit?document_id=" + id)
                        .json()
                        .size())
                .isZero();
        Api.Reply fhir = people().as("auditor").get("/audit/fhir?document_id=" + id);
        assertThat(fhir.header("Content-Type")).startsWith("application/fhir+json");
        JsonNode event = fhir.json().at("/entry/0/resource");
        assertThat(event.path("resourceType").asText()).isEqualTo("AuditEvent");
        assertThat(event.at("/agent/0/who/identifier/value").asText()).isEqualTo("provider@default");
        assertThat(event.at("/entity/0/what/reference").asText()).isEqualTo("DocumentReference/" + id);
    }

    @Test
    void opensDocumentsForAWhileInAnEmergency() throws SQLException {
        long id = document();
        People.Caller auditor = people().signIn("auditor@default");
        String why = "{\"reason\":\"Herzstillstand, niemand im Dienst: früher Befund nötig\"}";
        assertThat(auditor.post("/session/emergency", "{\"reason\":\"short\"}").status())
                .isEqualTo(400);
        Api.Reply begun = auditor.post("/session/emergency", why);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        assertThat(java.time.Instant.parse(begun.json().path("until").asText()))
                .isBetween(
                        java.time.Instant.now().plusSeconds(840),
                        java.time.Instant.now().plusSeconds(900));
        assertThat(after(last() - 1).getFirst().get("action")).isEqualTo("BREAK_GLASS");
        assertThat(auditor.get("/session").json().path("emergency_until").isTextual())
                .isTrue();
        assertThat(auditor.get("/documents/" + id).status()).isEqualTo(200);
        assertThat(after(last() - 1).getFirst().get("reason")).startsWith("Herzstillstand");
        assertThat(auditor.delete("/documents/" + id).status())
                .as("seeing, and no more")
                .isEqualTo(403);
        assertThat(people().signIn("auditor@default").get("/documents/" + id).status())
                .as("not in another session")
                .isEqualTo(403);
        assertThat(auditor.delete("/session/emergency").status()).isEqualTo(204);
        assertThat(auditor.get("/documents/" + id).status()).isEqualTo(403);
        auditor.post("/session/emergency", why);
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("UPDATE emergency_grants SET until_at = 1 WHERE reason LIKE 'Herz%'"))
                    .isEqualTo(1);
        }
        assertThat(auditor.get("/documents/" + id).status())
                .as("after its time")
                .isEqualTo(403);
        assertThat(people().key("write").post("/session/emergency", why).status())
                .as("never a program")
                .isEqualTo(403);
    }

    /** What somebody saw before a later run answered otherwise. */
    @Test
    void showsAgainWhatWasShownBeforeALaterRun() throws SQLException, InterruptedException {
        long id = document();
        People.Caller provider = people().as("provider");
        String first = provider.get("/documents/" + id).json().path("results").toString();
        long seen = last();
        Api.Reply asked = provider.post(
                "/documents/" + id + "/analyses", "{\"encounter\":\"inpatient\",\"date_of_service\":\"2026-03-01\"}");
        assertThat(asked.status()).as(asked.text()).isIn(200, 202);
        String second = "";
        for (int i = 0; i < 200 && (second.isEmpty() || second.equals(first)); i++) {
            Thread.sleep(50);
            second = provider.get("/documents/" + id).json().path("results").toString();
        }
        assertThat(second).isNotEqualTo(first);
        long later = last();
        JsonNode replay =
                people().as("auditor").get("/audit/" + seen + "/shown").json();
        assertThat(replay.path("results").toString()).isEqualTo(first);
        assertThat(replay.path("unchanged").asBoolean()).isTrue();
        assertThat(people().as("auditor")
                        .get("/audit/" + later + "/shown")
                        .json()
                        .path("results")
                        .toString())
                .isEqualTo(second);
    }

    @Test
    void checksTheChainForAuditors() {
        document();
        JsonNode head = people().as("auditor").get("/audit/head").json();
        JsonNode report = people().as("auditor")
                .get("/audit/check?anchor=" + head.path("anchor").asText())
                .json();
        new Contract().check(report, "AuditCheckReply");
        assertThat(report.path("holds").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.path("rows").asLong())
                .isGreaterThanOrEqualTo(head.path("rows").asLong());
        String other = head.path("rows").asLong() + ":" + "0".repeat(64);
        assertThat(people().as("auditor")
                        .get("/audit/check?anchor=" + other)
                        .json()
                        .path("holds")
                        .asBoolean())
                .as("another end than the one that was noted")
                .isFalse();
        assertThat(people().as("auditor").get("/audit/check?anchor=x").status()).isEqualTo(400);
    }

    @Test
    void asksForAReasonInAnEmergencyAndKeepsIt() throws SQLException {
        long id = document();
        People.Caller admin = people().as("admin");
        assertThat(admin.get("/documents/" + id).status()).isEqualTo(403);
        assertThat(admin.with("Break-Glass", "short").get("/documents/" + id).status())
                .isEqualTo(403);
        People.Caller urgent = admin.with("Break-Glass", "unconscious patient, no provider on duty");
        assertThat(urgent.get("/documents/" + id).status()).isEqualTo(200);
        assertThat(after(last() - 1).getFirst().get("reason")).startsWith("unconscious");
        assertThat(urgent.delete("/documents/999999").status()).isEqualTo(404);
        assertThat(people().as("admin", "other")
                        .with("Break-Glass", "unconscious patient, no provider on duty")
                        .get("/documents/" + id)
                        .status())
                .as("never across tenants")
                .isEqualTo(404);
        assertThat(people().key("write")
                        .with("Break-Glass", "unconscious patient, no provider on duty")
                        .get("/documents/" + id)
                        .status())
                .as("never by a program")
                .isEqualTo(403);
    }

    private long document() {
        return calls().document(true).path("document_id").asLong();
    }

    private long last() throws SQLException {
        return Long.parseLong(query("SELECT seq FROM audit_head").getFirst().get("seq"));
    }

    private List<Map<String, String>> after(long seq) throws SQLException {
        return query("SELECT * FROM audit_events WHERE seq > " + seq + " ORDER BY seq");
    }

    private List<Map<String, String>> query(String sql) throws SQLException {
        List<Map<String, String>> found = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Map<String, String> row = new java.util.HashMap<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    String value = rows.getString(i);
                    row.put(rows.getMetaData().getColumnName(i), value == null ? "" : value);
                }
                found.add(row);
            }
        }
        return found;
    }
}
