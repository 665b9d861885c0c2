package ai.meddoc.pdf;

import ai.meddoc.text.Page;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Decides for each page whether its text is to be read from its picture, and does so. One document, one thread. */
final class ScanReading {

    /** Fewer characters over a picture of the page are a stamp, not its text. */
    private static final int STAMP = 60;

    private static final float MOST_OF_A_PAGE = 0.5f;
    private static final float COARSEST = 100;
    private static final long MOST_PIXELS = 150_000_000;
    /** Drawing and recognising one more page could pass the deadline. */
    private static final double TIME_FOR_SCANS = 0.8;

    private final Ocr ocr;
    private final Budget budget;

    ScanReading(Ocr ocr, Budget budget) {
        this.ocr = ocr;
        this.budget = budget;
    }

    /**
     * @param directions glyphs to compose, one list per reading direction
     * @param note what to tell of a recognised page, a verb phrase; empty if none
     * @param unread what could not be read, a verb phrase; empty if nothing
     */
    record Result(List<List<Glyph>> directions, Page.Origin origin, String note, String unread) {}

    Result read(PDDocument pdf, PDPage page, int number, PageGlyphs glyphs) {
        if (glyphs.isScanWithText()) {
            return new Result(
                    glyphs.shown().directions(), Page.Origin.OCR, "carries text that its scanner recognised", "");
        }
        if (!isPicture(glyphs)) {
            return new Result(glyphs.directions(), Page.Origin.TEXT, "", "");
        }
        String obstacle = obstacle(glyphs);
        if (obstacle.isEmpty()) {
            Optional<GreyImage> image = PageImage.of(pdf, number - 1, resolution(page, glyphs));
            List<Glyph> words = image.map(ocr::read).orElse(List.of());
            budget.time();
            if (!words.isEmpty()) {
                return new Result(
                        List.of(words), Page.Origin.OCR, "was read from its picture; words may be misread", "");
            }
            obstacle = image.isEmpty()
                    ? "is a picture that cannot be drawn"
                    : ocr.isAvailable() ? "" : "is a picture, and recognition does not start on this machine";
        }
        return new Result(glyphs.directions(), Page.Origin.TEXT, "", obstacle);
    }

    /** A scan is drawn as fine as it is: PDFBox makes coarse pixels of anything finer. */
    private static float resolution(PDPage page, PageGlyphs glyphs) {
        PDRectangle box = page.getCropBox();
        float inches = box.getWidth() * box.getHeight() / (72 * 72);
        float most = (float) Math.min(PageImage.DPI, Math.sqrt(PageImage.MOST_PIXELS / inches));
        boolean scan = glyphs.covered() > MOST_OF_A_PAGE && glyphs.dpi() >= COARSEST;
        return scan ? Math.min(most, glyphs.dpi()) : most;
    }

    private static boolean isPicture(PageGlyphs glyphs) {
        boolean bare = glyphs.visible() < STAMP && glyphs.covered() > MOST_OF_A_PAGE;
        boolean empty = glyphs.count() == 0 && (glyphs.images() > 0 || glyphs.drawn());
        boolean meaningless = glyphs.unmapped() * 2 > glyphs.count() && glyphs.count() >= 10;
        return bare || empty || meaningless;
    }

    private String obstacle(PageGlyphs glyphs) {
        if (!ocr.isAvailable()) {
            return "is a picture, and this machine lacks the data to read it: " + LanguageData.HOW_TO_GET;
        }
        if (glyphs.pixels() > MOST_PIXELS) {
            return "has pictures of more than " + MOST_PIXELS / 1_000_000 + " million pixels, the limit";
        }
        return budget.used() > TIME_FOR_SCANS ? "is a picture, and the time for this document is used up" : "";
    }
}
