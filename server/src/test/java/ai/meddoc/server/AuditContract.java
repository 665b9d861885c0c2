package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reading, writing, taking away and refusal of PHI leaves one row and no second, whichever database there is. */
abstract class AuditContract {

    private static final String TEXT = "{\"document_text\":\"Type 2 diabetes mellitus.\"}";
    private static final List<String> READS_WITHOUT_PHI =
            List.of("/health", "/codes?q=fever", "/codes/I10", "/jobs/1", "/session", "/eval/latest");

    /** What is asked with a document's number, the row's action and the permission. */
    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("POST", "/classify", "ANALYZE", false),
                arguments("POST", "/extract-codes", "ANALYZE", false),
                arguments("POST", "/summarize", "ANALYZE", false),
                arguments("POST", "/documents", "CREATE", true),
                arguments("GET", "/documents", "LIST", false),
                arguments("GET", "/documents/{id}", "READ", true),
                arguments("GET", "/documents/{id}/text", "READ", true),
                arguments("GET", "/documents/{id}/file", "EXPORT", true),
                arguments("DELETE", "/documents/{id}", "DELETE", true));
    }

    abstract RunningServer server();

    abstract People people();

    abstract Connection connect() throws SQLException;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void leavesOneRow(String method, String path, String action, boolean aboutOne) throws SQLException {
        long id = document();
        long before = last();
        Api.Reply reply = send(people().as("provider"), method, path, id);
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
        assertThat(after(before)).singleElement().satisfies(row -> {
            assertThat(row.get("action")).isEqualTo(action);
            assertThat(row.get("outcome")).isEqualTo("DONE");
            assertThat(row.get("actor")).isEqualTo("provider@default");
            assertThat(row.get("route")).isEqualTo(method + " " + path);
            assertThat(row.get("request_id")).isEqualTo(reply.header("X-Request-Id"));
            assertThat("".equals(row.get("document_id"))).isEqualTo(!aboutOne);
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void leavesOneRowOfARefusal(String method, String path, String action) throws SQLException {
        long id = document();
        List<People.Caller> refused =
                List.of(people().nobody(), people().as("auditor"), people().bearer("meddoc_unknown"));
        for (People.Caller caller : refused) {
            long before = last();
            Api.Reply reply = send(caller, method, path, id);
            assertThat(reply.status()).isIn(401, 403);
            assertThat(after(before)).singleElement().satisfies(row -> {
                assertThat(row.get("action")).isEqualTo(action);
                assertThat(row.get("outcome")).isEqualTo("DENIED");
            });
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("requests")
    void leavesOneRowWhereItIsAnotherTenants(String method, String path, String action) throws SQLException {
        if (!path.contains("{id}")) {
            return;
        }
        long id = document();
        People.Caller stranger = people().as("provider", "other");
        long before = last();
        assertThat(send(stranger, method, path, id).status()).isEqualTo(404);
        assertThat(after(before)).singleElement().satisfies(row -> {
            assertThat(row.get("outcome")).isEqualTo("DENIED");
            assertThat(row.get("document_id")).isEqualTo(String.valueOf(id));
            assertThat(row.get("tenant")).isEqualTo("other");
        });
    }

    @Test
    void leavesNoRowWhereNoPhiIs() throws SQLException {
        People.Caller provider = people().as("provider");
        long before = last();
        for (String path : READS_WITHOUT_PHI) {
            provider.get(path);
        }
        provider.post("/classify", "{}");
        assertThat(after(before)).isEmpty();
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
        Api.Reply reply = people().as("provider").upload("a.txt", Samples.note(), Map.of());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("document_id").asLong();
    }

    private static Api.Reply send(People.Caller caller, String method, String path, long id) {
        String address = path.replace("{id}", String.valueOf(id));
        return switch (method) {
            case "GET" -> caller.get(address);
            case "DELETE" -> caller.delete(address);
            default ->
                path.equals("/documents")
                        ? caller.upload("b.txt", Samples.note(), Map.of())
                        : caller.post(address, TEXT);
        };
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
