package ai.meddoc.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text with the codes that people gave it, the first-listed one first.
 *
 * @param inpatient whether the encounter is an inpatient stay
 */
record LabelledDocument(String id, String text, boolean inpatient, Set<String> codes) {

    /** One JSON object a line: {@code id, text, encounter?, codes}. */
    static List<LabelledDocument> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LabelledDocument> documents = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode node = json.readTree(line);
                Set<String> codes = new LinkedHashSet<>();
                node.get("codes").forEach(code -> codes.add(code.asText()));
                boolean inpatient = node.path("encounter").asText().equals("inpatient");
                documents.add(new LabelledDocument(
                        node.get("id").asText(), node.get("text").asText(), inpatient, codes));
            }
        }
        return documents;
    }

    @Override
    public String toString() {
        return "LabelledDocument[" + codes.size() + " codes]";
    }
}
