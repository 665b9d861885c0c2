package ai.meddoc.pdf;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page for recognition. */
final class PageImage {

    /** What Tesseract was made for. */
    static final float DPI = 300;

    /** An A3 page at 300 dpi has 17 million. */
    static final float MOST_PIXELS = 20_000_000;

    private static final float COARSEST = 20;

    private PageImage() {}

    /** Empty if the page cannot be drawn. */
    static Optional<GreyImage> of(PDDocument pdf, int index, float dpi) {
        if (!(dpi >= COARSEST)) {
            return Optional.empty();
        }
        try {
            PDFRenderer renderer = new PDFRenderer(pdf);
            return Optional.of(GreyImage.of(renderer.renderImageWithDPI(index, dpi, ImageType.GRAY), dpi));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
