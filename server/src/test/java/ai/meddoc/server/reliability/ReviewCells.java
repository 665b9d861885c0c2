package ai.meddoc.server.reliability;

import ai.meddoc.server.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cells of exported reviews whose reasons and evidence are random and mostly look like formulas.
 *
 * @param all how many were looked at
 * @param formulas how many of them a spreadsheet would run
 */
record ReviewCells(int all, int formulas) {

    private static final List<String> CODES = List.of("I10", "E11.9", "J18.9", "M10.9", "N39.0", "G47.33");
    /** A quoted cell (RFC 4180). */
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    static ReviewCells of(Api api, Random random, int reviews) {
        int all = 0;
        int formulas = 0;
        for (int i = 0; i < reviews; i++) {
            Matcher cells = CELL.matcher(export(api, random, i));
            while (cells.find()) {
                all++;
                formulas += !cells.group(1).isEmpty() && Formulas.startsFormula(cells.group(1)) ? 1 : 0;
            }
        }
        return new ReviewCells(all, formulas);
    }

    private static String export(Api api, Random random, int number) {
        String text = "Line " + number + ": nothing to report.\n"
                + Formulas.words(random).strip();
        long id = api.upload("cells.txt", text.getBytes(StandardCharsets.UTF_8), Map.of())
                .json()
                .path("document_id")
                .asLong();
        String address = "/documents/" + id + "/review";
        JsonNode review = api.get(address).json();
        // Noise may look like an abbreviation, and what is proposed has to be decided before the end.
        for (JsonNode item : review.path("items")) {
            review = post(api, address + "/decisions", review, rejection(item, random));
        }
        for (String code : CODES) {
            review = post(api, address + "/decisions", review, decision(code, text, random));
        }
        post(api, address + "/finish", review, "");
        return api.get(address + "/export?format=csv").text();
    }

    private static String rejection(JsonNode item, Random random) {
        return Api.JSON
                .createObjectNode()
                .put("action", "reject")
                .put("item", item.path("item").asText())
                .put("reason", Formulas.words(random))
                .toString();
    }

    private static String decision(String code, String text, Random random) {
        int start = text.indexOf('\n') + 1;
        ObjectNode decision = Api.JSON.createObjectNode();
        decision.put("action", "add").put("code", code).put("reason", Formulas.words(random));
        decision.putArray("evidence_spans")
                .addObject()
                .put("start", start)
                .put("end", text.length())
                .put("quote", text.substring(start));
        return decision.toString();
    }

    private static JsonNode post(Api api, String address, JsonNode review, String body) {
        Api.Reply reply = api.send(api.request(address)
                .header("Content-Type", "application/json")
                .header("If-Match", review.path("etag").asText())
                .POST(BodyPublishers.ofString(body)));
        if (reply.status() != 200) {
            throw new IllegalStateException("a review answered " + reply.status());
        }
        return reply.json();
    }
}
