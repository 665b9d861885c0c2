package ai.meddoc.claude.model;

import ai.meddoc.text.RuleFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models of {@code models.tsv} with the dated prices of {@code prices.tsv}. Immutable; thread-safe. */
public final class ModelRegistry {

    /** The newest Sonnet that the SDK names. */
    public static final String DEFAULT_MODEL = "claude-sonnet-5-5";

    private static final int MODEL_COLUMNS = 8;
    private static final int PRICE_COLUMNS = 7;
    private static final int UNKNOWN_CONTEXT = 200_000;

    private final Map<String, ClaudeModel> models = new LinkedHashMap<>();
    private final Map<String, List<TokenPrices>> prices = new LinkedHashMap<>();

    private ModelRegistry() {}

    public static ModelRegistry load() {
        ModelRegistry registry = new ModelRegistry();
        for (List<String> row : RuleFile.rows(ModelRegistry.class, "models.tsv", MODEL_COLUMNS)) {
            registry.models.put(row.get(0), ClaudeModel.parse(row));
        }
        for (List<String> row : RuleFile.rows(ModelRegistry.class, "prices.tsv", PRICE_COLUMNS)) {
            registry.prices.computeIfAbsent(row.get(0), id -> new ArrayList<>()).add(TokenPrices.parse(row));
        }
        return registry;
    }

    public List<ClaudeModel> all() {
        return List.copyOf(models.values());
    }

    /** A model by its id here or by that of Amazon Bedrock ({@code us.anthropic.claude-sonnet-4-6-v1:0}). */
    public Optional<ClaudeModel> find(String id) {
        return Optional.ofNullable(models.get(plain(id)));
    }

    /** The model, or one of which nothing is known but its name. */
    public ClaudeModel findOrUnknown(String id) {
        return find(id).orElseGet(() -> new ClaudeModel(
                id,
                ClaudeModel.Lifecycle.NOT_BEFORE,
                LocalDate.MAX,
                ClaudeModel.Thinking.NONE,
                "none",
                UNKNOWN_CONTEXT,
                ""));
    }

    /** The prices in force on a day; for a model that is not known the dearest of all, so that no budget is overrun. */
    public TokenPrices pricesOf(String id, LocalDate day) {
        List<TokenPrices> known = prices.get(plain(id));
        if (known == null) {
            return dearest();
        }
        return known.stream()
                .filter(p -> !p.from().isAfter(day))
                .max(Comparator.comparing(TokenPrices::from))
                .orElse(known.get(0));
    }

    private TokenPrices dearest() {
        return prices.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparingLong(TokenPrices::output))
                .orElseThrow();
    }

    private static String plain(String id) {
        int vendor = id.indexOf("anthropic.");
        String name = vendor < 0 ? id : id.substring(vendor + "anthropic.".length());
        int version = name.indexOf("-v1");
        return version < 0 ? name : name.substring(0, version);
    }
}
