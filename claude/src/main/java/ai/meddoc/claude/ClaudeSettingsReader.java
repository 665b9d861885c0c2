package ai.meddoc.claude;

import ai.meddoc.claude.call.ApiKey;
import ai.meddoc.claude.call.CallLimits;
import ai.meddoc.claude.deid.Policy;
import ai.meddoc.claude.ledger.Budget;
import ai.meddoc.claude.model.ModelRegistry;
import ai.meddoc.document.DocumentType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads {@link ClaudeSettings} from named values, as an environment has them. */
public final class ClaudeSettingsReader {

    private static final long MICRO = 1_000_000;
    private static final int MOST_SECONDS = 58;

    private final Function<String, @Nullable String> lookup;

    private ClaudeSettingsReader(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    /**
     * @param lookup a setting's value by its name, null when it is not set
     * @throws IllegalArgumentException naming the first wrong setting and what it must be, never its value
     */
    public static ClaudeSettings read(Function<String, @Nullable String> lookup) {
        return new ClaudeSettingsReader(lookup).read();
    }

    private ClaudeSettings read() {
        ClaudeSettings.Backend backend =
                choice("CLAUDE_BACKEND", ClaudeSettings.Backend.class, ClaudeSettings.Backend.ANTHROPIC);
        CallLimits limits =
                CallLimits.DEFAULT.within(Duration.ofSeconds(number("CLAUDE_DEADLINE_SECONDS", 50, MOST_SECONDS)));
        return new ClaudeSettings(
                flag("USE_CLAUDE_REAL", false),
                backend,
                key(),
                text("CLAUDE_MODEL", ModelRegistry.DEFAULT_MODEL),
                uri("ANTHROPIC_BASE_URL"),
                uri("CLAUDE_PROXY"),
                number("PROMPT_CACHE_TTL_SECONDS", 300, 86_400),
                limits,
                new Budget.Limits(
                        dollars("CLAUDE_BUDGET_PER_DOCUMENT", "0.50"),
                        dollars("CLAUDE_BUDGET_PER_DAY", "50"),
                        dollars("CLAUDE_BUDGET_PER_TENANT_DAY", "50")),
                new Policy(choice("CLAUDE_DEIDENTIFY", Policy.Mode.class, Policy.Mode.ON), kept()),
                flag("CLAUDE_SEND_SCANS", false));
    }

    private ApiKey key() {
        String file = text("ANTHROPIC_API_KEY_FILE", "");
        return file.isEmpty() ? ApiKey.from(() -> lookup.apply("ANTHROPIC_API_KEY")) : ApiKey.inFile(Path.of(file));
    }

    private Set<DocumentType> kept() {
        Set<DocumentType> kept = EnumSet.noneOf(DocumentType.class);
        for (String name : text("CLAUDE_NEVER_SEND", "").split(",")) {
            if (!name.isBlank()) {
                kept.add(DocumentType.fromWireName(name.strip().toUpperCase(Locale.ROOT))
                        .orElseThrow(() -> wrong("CLAUDE_NEVER_SEND", "document types parted by commas")));
            }
        }
        return kept;
    }

    private String text(String name, String otherwise) {
        String value = lookup.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private boolean flag(String name, boolean otherwise) {
        return switch (text(name, Boolean.toString(otherwise)).toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    private int number(String name, int otherwise, int most) {
        try {
            int value = Integer.parseInt(text(name, Integer.toString(otherwise)));
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(name, "a whole number from 0 to " + most);
    }

    private long dollars(String name, String otherwise) {
        try {
            java.math.BigDecimal value = new java.math.BigDecimal(text(name, otherwise));
            if (value.signum() >= 0) {
                return value.multiply(java.math.BigDecimal.valueOf(MICRO))
                        .toBigInteger()
                        .longValueExact();
            }
        } catch (ArithmeticException e) {
            // said below
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(name, "an amount in US dollars, such as 0.50");
    }

    private @Nullable URI uri(String name) {
        String value = text(name, "");
        if (value.isEmpty()) {
            return null;
        }
        try {
            URI uri = URI.create(value);
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw wrong(name, "an address like https://host:port");
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        String value = text(name, otherwise.name()).toUpperCase(Locale.ROOT).replaceAll("[ -]", "_");
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        String all = EnumSet.allOf(type).toString().toLowerCase(Locale.ROOT);
        throw wrong(name, "one of " + all);
    }

    private static IllegalArgumentException wrong(String name, String mustBe) {
        return new IllegalArgumentException(name + " must be " + mustBe);
    }
}
