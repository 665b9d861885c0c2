package ai.meddoc.cli.evals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures that a reader looks for first, large, each with its interval where there is one. */
final class FigureCards {

    /** What stands on a card: the figure's place among all figures, and the figure that holds its interval. */
    private record Card(String title, String figure, String interval) {}

    private static final Map<Suite, List<Card>> CARDS = Map.of(
            Suite.codes,
            List.of(
                    new Card("micro-F1", "micro/f1", "micro_f1_interval_95"),
                    new Card("precision", "micro/p", "precision_interval_95"),
                    new Card("recall", "micro/r", ""),
                    new Card("category F1", "category/f1", "category_f1_interval_95"),
                    new Card("calibration error", "calibration_error", ""),
                    new Card("quotes verbatim", "quotes_verbatim", "")),
            Suite.types,
            List.of(new Card("accuracy", "accuracy", ""), new Card("macro-F1", "macro_f1", "")),
            Suite.assertions,
            List.of(new Card("negated F1", "negated/f1", ""), new Card("historical F1", "historical/f1", "")),
            Suite.labs,
            List.of(
                    new Card("value recall", "value_recall", ""),
                    new Card("unit", "unit", ""),
                    new Card("range", "range", ""),
                    new Card("flag", "flag", ""),
                    new Card("extra rows", "extra_share", "")),
            Suite.pipeline,
            List.of(
                    new Card("type accuracy", "metadata/type_accuracy", ""),
                    new Card("codes F1", "codes_f1", "metadata/codes/micro_f1_interval_95"),
                    new Card("codes precision", "codes_precision", "metadata/codes/precision_interval_95"),
                    new Card("summary facts", "summary_coverage", ""),
                    new Card("calibration error", "metadata/codes/calibration_error", ""),
                    new Card("evidence overlap", "metadata/codes/evidence_overlap", "")));

    private FigureCards() {}

    static String of(Suite suite, JsonNode figures) {
        StringBuilder cards = new StringBuilder("<dl class=\"cards\">\n");
        for (Card card : CARDS.getOrDefault(suite, List.of())) {
            JsonNode value = at(figures, card.figure());
            if (value.isNumber()) {
                cards.append("<div class=\"card\"><dt>")
                        .append(Html.escaped(card.title()))
                        .append("</dt><dd>")
                        .append(number(value))
                        .append(interval(at(figures, card.interval())))
                        .append("</dd></div>\n");
            }
        }
        return cards.append("</dl>\n").toString();
    }

    private static String interval(JsonNode interval) {
        return interval.size() != 2
                ? ""
                : " <small>95%: " + number(interval.get(0)) + " to " + number(interval.get(1)) + "</small>";
    }

    private static String number(JsonNode value) {
        return String.format(Locale.ROOT, "%.3f", value.asDouble());
    }

    private static JsonNode at(JsonNode figures, String path) {
        JsonNode node = figures;
        for (String member : path.split("/")) {
            node = node.path(member);
        }
        return node;
    }
}
