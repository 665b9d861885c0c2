package ai.meddoc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What has to be there before a route of the review answers. */
final class Reviewing {

    static final String ACCEPT = "{\"action\":\"accept\",\"item\":\"c1\"}";

    /** Supports no code, so that its review can be finished at once. */
    private static final String NO_CODES = "Lorem ipsum dolor sit amet.";

    private Reviewing() {}

    static boolean is(String path) {
        return path.contains("/review/");
    }

    /** Whoever decides on a review that nobody decided on before. */
    static People.Caller first(People.Caller caller) {
        return caller.with("If-Match", "\"1-0\"");
    }

    /** A document that a route can be asked about. */
    static long document(People.Caller caller, String path) {
        boolean early = path.endsWith("/review") || path.endsWith("/decisions");
        byte[] text = early ? Samples.note() : NO_CODES.getBytes(StandardCharsets.UTF_8);
        Api.Reply made = caller.upload("r.txt", text, Map.of());
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        long id = made.json().path("document_id").asLong();
        if (path.endsWith("/export")) {
            Api.Reply finished = first(caller).post("/documents/" + id + "/review/finish", "");
            assertThat(finished.status()).as(finished.text()).isEqualTo(200);
        }
        return id;
    }
}
