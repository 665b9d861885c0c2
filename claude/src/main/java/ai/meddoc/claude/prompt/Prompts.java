package ai.meddoc.claude.prompt;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The fixed part of every question, which the server caches: how to treat the document, and one part per answer. Immutable;
 * thread-safe.
 */
public final class Prompts {

    private final Prompt document = Prompt.load("document");
    private final Prompt classification = Prompt.load("classification");
    private final Prompt codes = Prompt.load("codes");
    private final Prompt summary = Prompt.load("summary");

    public static Prompts load() {
        return new Prompts();
    }

    /** All three answers in one call. */
    public String all() {
        return join(document, classification, codes, summary);
    }

    public String classification() {
        return join(document, classification);
    }

    public String codes() {
        return join(document, codes);
    }

    public String summary() {
        return join(document, summary);
    }

    /** Such as {@code document 3, classification 2, codes 4, summary 2}. */
    public String versions() {
        return List.of(document, classification, codes, summary).stream()
                .map(prompt -> prompt.name() + " " + prompt.version())
                .collect(Collectors.joining(", "));
    }

    private static String join(Prompt... parts) {
        return List.of(parts).stream().map(Prompt::text).collect(Collectors.joining("\n"));
    }
}
