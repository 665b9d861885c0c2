package ai.meddoc.server;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Brings the names and numbers of people in by every door of a server, and keeps what it answers. */
final class CanaryPlanter {

    private static final String NAME = "Zyxwaria Quillfeather";
    private static final String MRN = "MRN-77310459";
    private static final String SSN = "912-65-4329";
    /** Who works here is no PHI, and is named by the trail; yet no log should tell. */
    static final String STAFF = "staffwyn.oddlebury";

    private static final String PLANTED = NAME + " " + MRN + " " + SSN;
    private static final String NOTE = Samples.NOTE + "\nPatient: " + PLANTED + "\n";
    private static final String QUOTE = "{\"start\":0,\"end\":20,\"quote\":\"" + PLANTED + "\"}";

    private final Queue<Api.Reply> replies = new ConcurrentLinkedQueue<>();
    private final RunningServer server;
    private final People people;

    CanaryPlanter(RunningServer server, People people) {
        this.server = server;
        this.people = people;
    }

    Queue<Api.Reply> replies() {
        return replies;
    }

    void everywhere() {
        for (String role : List.of("provider", "auditor")) {
            documents(people.as(role));
            texts(people.as(role));
            reviews(people.as(role));
            addresses(people.as(role));
        }
        headers(people.as("provider"));
        atOnce(people.as("provider"));
        unstorable(people.as("provider"));
        accounts();
    }

    private void documents(People.Caller caller) {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        byte[] broken = ("%PDF-1.7\n" + PLANTED + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
        keep(caller.upload(PLANTED + ".txt", note, Map.of()));
        keep(caller.upload(PLANTED + ".pdf", broken, Map.of()));
        keep(caller.send(
                caller.api().uploadRequest(PLANTED + ".txt", note, Map.of()).header("Prefer", "respond-async")));
        for (String name :
                List.of("../" + PLANTED, "=" + PLANTED, "<b>" + PLANTED, PLANTED + "\u202E", PLANTED + "\0")) {
            keep(caller.upload(name, note, Map.of()));
        }
        for (String field : List.of("document_type_hint", "encounter", "date_of_service", "run_pipeline", PLANTED)) {
            keep(caller.upload("a.txt", note, Map.of(field, PLANTED)));
        }
        for (String path : List.of("/documents/1", "/documents/1/text", "/documents/1/file", "/documents")) {
            keep(caller.get(path));
        }
    }

    private void texts(People.Caller caller) {
        for (String path : List.of("/classify", "/extract-codes", "/summarize")) {
            keep(caller.post(path, "{\"document_text\":\"" + PLANTED + " has asthma.\"}"));
            keep(caller.post(path, "{\"document_text\":\"a\",\"document_type\":\"" + PLANTED + "\"}"));
            keep(caller.post(path, "{\"document_text\":\"a\",\"encounter\":\"" + PLANTED + "\"}"));
            keep(caller.post(path, "{\"document_text\":{\"" + PLANTED + "\":1}}"));
            keep(caller.post(path, "{\"" + PLANTED));
            keep(caller.post(path, PLANTED));
        }
    }

    private void reviews(People.Caller caller) {
        long id = Reviewing.document(people.as("provider"), "/review");
        String review = "/documents/" + id + "/review";
        People.Caller first = Reviewing.first(caller);
        for (String member : List.of("action", "item", "code", "reason", "order", "evidence_spans")) {
            keep(first.post(review + "/decisions", "{\"action\":\"add\",\"" + member + "\":\"" + PLANTED + "\"}"));
        }
        keep(first.post(
                review + "/decisions", "{\"action\":\"add\",\"code\":\"I10\",\"evidence_spans\":[" + QUOTE + "]}"));
        keep(first.post(
                review + "/decisions", "{\"action\":\"reject\",\"item\":\"c1\",\"reason\":\"" + PLANTED + "\"}"));
        keep(caller.with("If-Match", PLANTED).post(review + "/finish", PLANTED));
        keep(caller.get(review));
        keep(caller.get(review + "/export?format=" + MRN));
        keep(caller.get(review + "?version=" + MRN));
    }

    private void addresses(People.Caller caller) {
        String encoded = URLEncoder.encode(PLANTED, StandardCharsets.UTF_8).replace("+", "%20");
        for (String path : List.of(
                "/documents/" + encoded,
                "/documents?document_type=" + encoded,
                "/documents?from=" + encoded,
                "/documents?state=" + encoded,
                "/documents?limit=" + encoded,
                "/jobs/" + encoded,
                "/codes/" + encoded,
                "/codes?q=" + encoded,
                "/audit?actor=" + encoded,
                "/audit?from=" + encoded,
                "/users/" + encoded,
                "/problems/" + encoded,
                "/" + encoded)) {
            keep(caller.get(path));
            keep(caller.delete(path));
        }
        keep(caller.send(caller.api()
                .request("/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + MRN)
                .POST(BodyPublishers.ofString(PLANTED))));
        keep(caller.with("Prefer", PLANTED).with("Accept", "text/" + MRN).get("/documents"));
    }

    private void accounts() {
        keep(server.api().post("/session", People.credentials(PLANTED, PLANTED)));
        keep(server.api().post("/session", "{\"" + PLANTED));
        keep(server.api().post("/setup", People.setUp(PLANTED)));
        keep(people.bearer(MRN).get("/documents"));
        keep(people.as("admin").post("/users", People.credentials(PLANTED, PLANTED)));
        keep(people.as("admin").post("/api-keys", "{\"name\":\"" + PLANTED + "\",\"permissions\":[\"" + SSN + "\"]}"));
    }

    /** What belongs into a trace of ours is the caller's trace id, and nothing else that a caller says. */
    private void headers(People.Caller caller) {
        for (String name : List.of("X-Request-Id", "User-Agent", "Referer", "X-Forwarded-For", "Idempotency-Key")) {
            keep(caller.with(name, PLANTED).get("/documents"));
        }
        String word = NAME.replace(' ', '-');
        keep(caller.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .with("tracestate", "vendor=" + word)
                .with("baggage", "patient=" + word)
                .get("/documents"));
        keep(caller.with("traceparent", word).with("tracestate", word).get("/documents"));
    }

    /** Rows that meet each other: the database must not quote them when it refuses the second. */
    private void atOnce(People.Caller caller) {
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        People.Caller admin = people.as("admin");
        List<Thread> clients = IntStream.range(0, 8)
                .mapToObj(i -> Thread.startVirtualThread(() -> {
                    keep(caller.with("Idempotency-Key", NAME).upload(PLANTED + ".txt", note, Map.of()));
                    keep(admin.post("/users", People.newUser(STAFF, "viewer")));
                }))
                .toList();
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Characters that JSON can say and PostgreSQL cannot keep. */
    private void unstorable(People.Caller caller) {
        long id = Reviewing.document(people.as("provider"), "/review");
        People.Caller first = Reviewing.first(caller);
        for (String odd : List.of("\\u0000", "\\ud800", "\\udc00\\ud800")) {
            String planted = "\"" + PLANTED + odd + "\"";
            for (String path : List.of("/classify", "/extract-codes", "/summarize")) {
                keep(caller.post(path, "{\"document_text\":" + planted + "}"));
            }
            keep(first.post(
                    "/documents/" + id + "/review/decisions",
                    "{\"action\":\"reject\",\"item\":\"c1\",\"reason\":" + planted + "}"));
            keep(people.as("admin").post("/documents/" + id + "/hold", "{\"reason\":" + planted + "}"));
            keep(people.as("admin").post("/api-keys", "{\"name\":" + planted + ",\"permissions\":[\"read\"]}"));
            keep(people.as("admin")
                    .post(
                            "/users",
                            "{\"user_name\":" + planted + ",\"password\":\"" + People.PASSWORD
                                    + "\",\"roles\":[\"viewer\"]}"));
            keep(server.api().post("/session", "{\"user_name\":" + planted + ",\"password\":" + planted + "}"));
        }
        for (String odd : List.of("%00", "%ED%A0%80", "%FF")) {
            for (String query : List.of("/documents?q=", "/codes?q=", "/audit?actor=", "/users/")) {
                keep(people.as("auditor").get(query + "Zyxwaria" + odd));
                keep(caller.get(query + "Zyxwaria" + odd));
            }
        }
        keep(caller.upload("a\0b.txt", (NOTE + "\0\0").getBytes(StandardCharsets.UTF_8), Map.of()));
        keep(caller.upload("a.txt", (NOTE + "\u00ff").getBytes(StandardCharsets.ISO_8859_1), Map.of()));
    }

    private void keep(Api.Reply reply) {
        replies.add(reply);
    }
}
