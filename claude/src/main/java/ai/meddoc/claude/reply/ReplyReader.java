package ai.meddoc.claude.reply;

import ai.meddoc.claude.reply.ModelReply.Code;
import ai.meddoc.claude.reply.ModelReply.Declined;
import ai.meddoc.claude.reply.ModelReply.Statement;
import ai.meddoc.claude.reply.ModelReply.Type;
import ai.meddoc.engine.EngineException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply of any quality. What has not the right shape is left out and counted; only a reply that is no JSON object,
 * or has none of the parts asked for, is an error. Immutable; thread-safe.
 */
public final class ReplyReader {

    /** Longer replies are not read at all: no honest answer needs a tenth of it. */
    public static final int LONGEST = 400_000;

    private static final int MOST_ITEMS = 60;
    private static final int MOST_QUOTES = 6;
    private static final int LONGEST_STRING = 2_000;
    private static final int DEEPEST = 20;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** @throws EngineException with {@link EngineException.Reason#BAD_REPLY} */
    public ModelReply read(String text) {
        JsonNode root = parse(text);
        if (!root.isObject() || !(root.has("codes") || root.has("document_type") || root.has("summary"))) {
            throw bad("is not the object that was asked for");
        }
        Reading reading = new Reading();
        return reading.reply(root);
    }

    private JsonNode parse(String text) {
        if (text.length() > LONGEST) {
            throw bad("has " + text.length() + " characters");
        }
        try {
            JsonNode node = mapper.readTree(text);
            if (node == null) {
                throw bad("is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw bad("is not JSON");
        }
    }

    private static EngineException bad(String what) {
        return new EngineException(EngineException.Reason.BAD_REPLY, false, "The model's reply " + what + ".");
    }

    /** One reply being read, with the count of what was left out. */
    private static final class Reading {
        private int faults;

        ModelReply reply(JsonNode root) {
            Type type = root.has("document_type") ? type(root.get("document_type")) : null;
            List<Code> codes = items(root, "codes", this::code);
            List<Declined> declined = items(root, "declined", this::declined);
            List<Statement> summary = items(root, "summary", this::statement);
            return new ModelReply(type, codes, declined, summary, faults);
        }

        private <T> List<T> items(JsonNode root, String name, Function<JsonNode, @Nullable T> read) {
            List<T> items = new ArrayList<>();
            JsonNode array = root.path(name);
            if (!array.isArray()) {
                faults += array.isMissingNode() && !name.equals("codes") ? 0 : 1;
                return items;
            }
            for (JsonNode node : array) {
                T item = items.size() < MOST_ITEMS ? read.apply(node) : null;
                if (item == null) {
                    faults++;
                } else {
                    items.add(item);
                }
            }
            return items;
        }

        private @Nullable Type type(JsonNode node) {
            String name = string(node, "type");
            if (name == null) {
                faults++;
                return null;
            }
            return new Type(name, confidence(node), orEmpty(string(node, "rationale")), quotes(node));
        }

        private @Nullable Code code(JsonNode node) {
            String code = string(node, "code");
            return code == null
                    ? null
                    : new Code(code, confidence(node), orEmpty(string(node, "rationale")), quotes(node));
        }

        private @Nullable Declined declined(JsonNode node) {
            String code = string(node, "code");
            return code == null ? null : new Declined(code, orEmpty(string(node, "reason")));
        }

        private @Nullable Statement statement(JsonNode node) {
            String text = string(node, "statement");
            return text == null ? null : new Statement(text, quotes(node));
        }

        /** What is no probability says nothing of how sure the model is: 0. */
        private double confidence(JsonNode node) {
            double value =
                    node.path("confidence").isNumber() ? node.path("confidence").asDouble() : Double.NaN;
            if (value >= 0 && value <= 1) {
                return value;
            }
            faults++;
            return 0;
        }

        private List<String> quotes(JsonNode node) {
            List<String> quotes = new ArrayList<>();
            for (JsonNode quote : node.path("quotes")) {
                String text = quote.isTextual() ? quote.textValue() : "";
                if (!text.isBlank() && text.length() <= LONGEST_STRING && quotes.size() < MOST_QUOTES) {
                    quotes.add(text);
                } else {
                    faults++;
                }
            }
            return quotes;
        }

        private static @Nullable String string(JsonNode node, String name) {
            JsonNode value = node.path(name);
            boolean usable = value.isTextual()
                    && !value.textValue().isBlank()
                    && value.textValue().length() <= LONGEST_STRING;
            return usable ? value.textValue().strip() : null;
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
