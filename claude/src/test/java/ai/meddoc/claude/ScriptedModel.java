package ai.meddoc.claude;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays a model by rule: reports the candidates that software would report, each with the first words of the document that
 * its title shares, and repeats assessment lines as summary. It understands nothing.
 */
final class ScriptedModel {

    private static final Pattern DOCUMENT =
            Pattern.compile("<document-([0-9a-f]{8})>\\n(.*)\\n</document-\\1>", Pattern.DOTALL);

    private ScriptedModel() {}

    static String document(String message) {
        Matcher matcher = DOCUMENT.matcher(message);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no document in the message");
        }
        return matcher.group(2);
    }

    /** The candidate lines as code, title, fate. */
    static List<String[]> candidates(String message) {
        List<String[]> rows = new ArrayList<>();
        for (String line : message.substring(0, message.indexOf("<document-")).split("\n")) {
            String[] row = line.split(" \\| ");
            if (row.length == 3 && row[0].matches("[A-Z][0-9A-Z.]+")) {
                rows.add(row);
            }
        }
        return rows;
    }

    static String reply(String message) {
        String document = document(message);
        ObjectNode reply = LoopbackClaude.JSON.createObjectNode();
        String firstWords = firstWords(document);
        ObjectNode type =
                reply.putObject("document_type").put("type", "CLINICAL NOTE").put("confidence", 0.9);
        type.put("rationale", "The headings are those of a visit note.")
                .putArray("quotes")
                .add(firstWords);
        ArrayNode codes = reply.putArray("codes");
        for (String[] row : candidates(message)) {
            String quote = row[2].equals("reports") ? quote(document, row[1]) : "";
            if (!quote.isEmpty()) {
                ObjectNode code = codes.addObject().put("code", row[0]).put("confidence", 0.8);
                code.put("rationale", "Evaluated and treated at this visit.")
                        .putArray("quotes")
                        .add(quote);
            }
        }
        reply.putArray("declined");
        ArrayNode summary = reply.putArray("summary");
        document.lines()
                .filter(line -> line.matches("\\d\\. .{10,200}"))
                .limit(4)
                .forEach(line -> {
                    String words = line.substring(3).strip();
                    summary.addObject()
                            .put("statement", words)
                            .putArray("quotes")
                            .add(words);
                });
        return reply.toString();
    }

    private static String firstWords(String document) {
        String line = document.strip().lines().findFirst().orElse("");
        return line.substring(0, Math.min(40, line.length()));
    }

    private static String quote(String document, String title) {
        String folded = document.toLowerCase(Locale.ROOT);
        for (String word : title.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            Matcher matcher =
                    Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(folded);
            if (word.length() > 4 && matcher.find()) {
                return document.substring(matcher.start(), matcher.end());
            }
        }
        return "";
    }
}
