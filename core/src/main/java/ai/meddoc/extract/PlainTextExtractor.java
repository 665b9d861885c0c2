package ai.meddoc.extract;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads text in UTF-8, UTF-16, UTF-32 and Windows-1252. Offsets index the decoded text without its byte-order mark;
 * line ends stay as they are; a form feed starts a page. What cannot be decoded, NUL characters (databases refuse them)
 * and lone surrogates become U+FFFD and an {@code ENCODING} finding. Immutable and thread-safe.
 */
public final class PlainTextExtractor implements TextExtractor {

    private static final char REPLACEMENT = '\uFFFD';

    private final ExtractionLimits limits;

    public PlainTextExtractor() {
        this(ExtractionLimits.DEFAULT);
    }

    public PlainTextExtractor(ExtractionLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    @Override
    public boolean accepts(Document document) {
        ContentKind kind = ContentKind.of(document.bytes());
        return kind == ContentKind.TEXT || kind == ContentKind.NOTHING;
    }

    /** @throws DocumentException with reason EMPTY, TOO_LARGE or UNSUPPORTED */
    @Override
    public DocumentText extract(Document document) {
        byte[] bytes = document.bytes();
        if (bytes.length == 0) {
            throw new DocumentException(Reason.EMPTY, "The file is empty (0 bytes).");
        }
        if (bytes.length > limits.bytes()) {
            throw tooLarge(bytes.length, "bytes", limits.bytes());
        }
        if (!accepts(document)) {
            throw new DocumentException(Reason.UNSUPPORTED, "The file is neither PDF nor text.");
        }
        return decode(bytes);
    }

    private DocumentText decode(byte[] bytes) {
        String text = clean(TextEncoding.of(bytes).decode(bytes));
        if (text.length() > limits.characters()) {
            throw tooLarge(text.length(), "characters", limits.characters());
        }
        if (isBlank(text)) {
            throw new DocumentException(Reason.EMPTY, "The file holds no text, only white space.");
        }
        return new DocumentText(text, pages(text), encodingFindings(text), null);
    }

    private static DocumentException tooLarge(int is, String unit, int limit) {
        return new DocumentException(
                Reason.TOO_LARGE, "The file has " + is + " " + unit + "; the limit is " + limit + ".");
    }

    private static String clean(String text) {
        int i = 0;
        while (i < text.length() && !needsReplacing(text, i)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; i < chars.length; i++) {
            if (needsReplacing(text, i)) {
                chars[i] = REPLACEMENT;
            }
        }
        return new String(chars);
    }

    private static boolean needsReplacing(String text, int i) {
        char c = text.charAt(i);
        if (c == 0) {
            return true;
        }
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0' && c != '\uFEFF' && c != REPLACEMENT) {
                return false;
            }
        }
        return true;
    }

    private static List<Finding> encodingFindings(String text) {
        int first = text.indexOf(REPLACEMENT);
        if (first < 0) {
            return List.of();
        }
        int count = 0;
        int last = first;
        for (int i = first; i >= 0; i = text.indexOf(REPLACEMENT, i + 1)) {
            count++;
            last = i;
        }
        return List.of(new Finding(
                Finding.Code.ENCODING,
                "extract",
                new Span(first, last + 1),
                count + (count == 1 ? " character" : " characters") + " could not be decoded and became U+FFFD."));
    }

    /** Each form feed ends a page and belongs to it; beyond the limit the rest stays on the last page. */
    private List<Page> pages(String text) {
        List<Page> pages = new ArrayList<>();
        int from = 0;
        int feed = text.indexOf('\f');
        while (feed >= 0 && feed + 1 < text.length() && pages.size() + 1 < limits.pages()) {
            pages.add(page(pages.size() + 1, from, feed + 1));
            from = feed + 1;
            feed = text.indexOf('\f', from);
        }
        pages.add(page(pages.size() + 1, from, text.length()));
        return pages;
    }

    private static Page page(int number, int start, int end) {
        return new Page(number, new Span(start, end), Page.Origin.TEXT);
    }
}
