package ai.meddoc.server.evals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One labelled document. */
record GoldItem(String id, String text, String encounter, String documentType, List<String> codes, List<String> facts) {

    static GoldItem of(JsonNode node) {
        JsonNode gold = node.path("gold");
        return new GoldItem(
                node.path("id").asText(),
                node.path("text").asText(),
                node.path("encounter").asText("outpatient"),
                gold.path("document_type").asText(),
                texts(gold.path("icd10_codes")),
                texts(gold.path("summary_facts")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
