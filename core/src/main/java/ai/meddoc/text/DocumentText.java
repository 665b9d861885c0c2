package ai.meddoc.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document: the truth that every {@link Span} points into. Immutable and thread-safe. Holds PHI, so
 * {@link #toString()} prints lengths only.
 */
public final class DocumentText {

    private final String text;
    private final List<Page> pages;
    private final List<Finding> findings;
    private final @Nullable TextLayout layout;
    private @Nullable String lower;
    private @Nullable WordCuts words;

    /**
     * @param pages in order, each inside the text, without overlap
     * @param layout one box per character, or null when there is none (plain text)
     * @throws IllegalArgumentException if a page lies outside the text or the layout's length differs from the text's
     */
    public DocumentText(String text, List<Page> pages, List<Finding> findings, @Nullable TextLayout layout) {
        this.text = Objects.requireNonNull(text);
        this.pages = List.copyOf(pages);
        this.findings = List.copyOf(findings);
        this.layout = layout;
        int from = 0;
        for (Page page : this.pages) {
            if (page.span().start() < from || page.span().end() > text.length()) {
                throw new IllegalArgumentException("page " + page.number() + " at " + page.span());
            }
            from = page.span().end();
        }
        if (layout != null && layout.length() != text.length()) {
            throw new IllegalArgumentException("layout of " + layout.length() + " for " + text.length());
        }
    }

    /** Text without layout, as one page. */
    public static DocumentText of(String text) {
        Page page = new Page(1, new Span(0, text.length()), Page.Origin.TEXT);
        return new DocumentText(text, List.of(page), List.of(), null);
    }

    public String text() {
        return text;
    }

    /** The text in lower case at the same offsets, made when first asked for; threads that ask at once make the same. */
    public String lower() {
        String known = lower;
        if (known == null) {
            known = lowered(text);
            lower = known;
        }
        return known;
    }

    /** The text between two offsets in lower case. */
    public String lower(int from, int to) {
        return lower().substring(from, to);
    }

    /** A few letters are longer in lower case ("\u0130"); these go letter by letter. */
    private static String lowered(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() == text.length()) {
            return lower;
        }
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            letters.append(Character.toLowerCase(text.charAt(i)));
        }
        return letters.toString();
    }

    public String lower(Span span) {
        return lower(span.start(), span.end());
    }

    /** The words of the text, cut when first asked for. */
    WordCuts words() {
        WordCuts known = words;
        if (known == null) {
            known = WordCuts.of(text, 0, text.length());
            words = known;
        }
        return known;
    }

    public int length() {
        return text.length();
    }

    public List<Page> pages() {
        return pages;
    }

    /** What went wrong on the way to this text. */
    public List<Finding> findings() {
        return findings;
    }

    public Optional<TextLayout> layout() {
        return Optional.ofNullable(layout);
    }

    /** The text under a span. */
    public String quote(Span span) {
        return text.substring(span.start(), span.end());
    }

    /** The number of the page on which the span starts, 1 where no page covers it. */
    public int pageOf(Span span) {
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pages.get(middle).span().start() <= span.start()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pages.isEmpty() ? 1 : pages.get(low).number();
    }

    @Override
    public String toString() {
        return "DocumentText[" + text.length() + " characters, " + pages.size() + " pages]";
    }
}
