package ai.meddoc.pdf;

import ai.meddoc.text.Finding;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong while one document was read, in words for the person who sent it. One thread. */
final class ReadingFindings {

    static final String STEP = "extract";
    private static final int MOST_HIDDEN = 50;

    private final List<Finding> findings = new ArrayList<>();
    private boolean damaged;

    void structure(FileStructure structure) {
        if (!structure.complete()) {
            partial(null, "The file's end or object table is damaged; text may be missing.");
        }
        if (structure.deep()) {
            partial(null, "The file nests objects too deeply to be read whole; text may be missing.");
        }
    }

    void pageCount(int claimed, int found) {
        if (claimed > found) {
            partial(null, "The file claims " + claimed + " pages; " + found + " were found.");
        }
    }

    void active(String words) {
        if (!words.isEmpty()) {
            findings.add(new Finding(
                    Finding.Code.ACTIVE_CONTENT, STEP, null, "The file contains " + words + "; they were ignored."));
        }
    }

    /** @param trouble with the page's streams, a verb phrase, or empty */
    void page(int number, Span span, PageReader.Outcome outcome, String trouble, boolean recognised) {
        PageGlyphs glyphs = outcome.glyphs();
        String page = "Page " + number + " ";
        if (!trouble.isEmpty()) {
            partial(span, page + trouble + "; text may be missing.");
        } else if (!outcome.trouble().isEmpty()) {
            partial(span, page + outcome.trouble() + "; the rest of it was not read.");
        } else if (glyphs.failures() > 0) {
            partial(span, page + "has " + glyphs.failures() + " parts that cannot be read; text may be missing.");
        }
        if (glyphs.unmapped() > 0 && !recognised) {
            partial(
                    span,
                    page + "prints " + glyphs.unmapped() + " of " + glyphs.count()
                            + " characters in fonts that do not say what they mean.");
        }
    }

    void partial(@Nullable Span span, String message) {
        damaged = true;
        findings.add(new Finding(Finding.Code.PARTIAL, STEP, span, message));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Whether text may be missing because the file is broken, not because it is a picture. */
    boolean isDamaged() {
        return damaged;
    }

    void scan(int number, Span span, ScanReading.Result result) {
        String page = "Page " + number + " ";
        if (!result.unread().isEmpty()) {
            findings.add(new Finding(Finding.Code.PARTIAL, STEP, span, page + result.unread() + "."));
        }
        if (!result.note().isEmpty()) {
            findings.add(new Finding(Finding.Code.OCR, STEP, span, page + result.note() + "."));
        }
    }

    String whyEmpty(int pages) {
        String why = findings.stream()
                .filter(f -> f.code() == Finding.Code.PARTIAL)
                .findFirst()
                .map(f -> " " + f.message())
                .orElse("");
        if (pages == 0) {
            return "The document has no pages that can be read." + why;
        }
        return (pages == 1
                        ? "The document's only page has no text."
                        : "None of the document's " + pages + " pages has text.")
                + why;
    }

    /** All findings, with those about text that cannot be seen. */
    List<Finding> all(List<Span> hidden, int length) {
        List<Finding> all = new ArrayList<>(findings);
        int characters = 0;
        for (Span span : hidden) {
            characters += span.length();
        }
        for (Span span : hidden.size() > MOST_HIDDEN ? hidden.subList(0, MOST_HIDDEN) : hidden) {
            all.add(new Finding(
                    Finding.Code.HIDDEN_TEXT, STEP, span, span.length() + " characters cannot be seen on the page."));
        }
        if (hidden.size() > MOST_HIDDEN) {
            all.add(new Finding(
                    Finding.Code.HIDDEN_TEXT,
                    STEP,
                    null,
                    characters + " of " + length + " characters, in " + hidden.size()
                            + " places, cannot be seen on the page."));
        }
        return all;
    }
}
