package ai.meddoc.pdf;

import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import ai.meddoc.text.Page;
import ai.meddoc.text.Span;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The reading of one image file. One instance per document, one thread. */
final class ImageReading {

    private static final long MOST_PIXELS = 60_000_000;
    /** The width that most scanned pages have, in inches: resolutions in image files are often missing or wrong. */
    private static final float PAGE_WIDTH = 8.5f;

    private static final float COARSEST = 72;
    private static final float FINEST = 600;

    private final byte[] bytes;
    private final Budget budget;
    private final Ocr ocr;
    private final TextBuilder out = new TextBuilder();
    private final PageComposer composer = new PageComposer(out);
    private final List<Page> pages = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    ImageReading(byte[] bytes, Budget budget, Ocr ocr) {
        this.bytes = bytes;
        this.budget = budget;
        this.ocr = ocr;
    }

    DocumentText read() {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw damaged();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                readPages(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof DocumentException known ? known : damaged();
        }
        if (out.text().isBlank()) {
            throw new DocumentException(Reason.EMPTY, "No text can be read in the image.");
        }
        return new DocumentText(out.text(), pages, findings, out.layout());
    }

    private static DocumentException damaged() {
        return new DocumentException(Reason.DAMAGED, "The image is damaged and cannot be read.");
    }

    private void readPages(ImageReader reader) throws IOException {
        int count = reader.getNumImages(true);
        if (count > budget.limits().pages()) {
            throw new DocumentException(
                    Reason.TOO_LARGE,
                    "The document has more than " + budget.limits().pages() + " pages, the limit.");
        }
        for (int i = 0; i < count; i++) {
            budget.time();
            long pixels = (long) reader.getWidth(i) * reader.getHeight(i);
            if (pixels > MOST_PIXELS) {
                throw new DocumentException(
                        Reason.TOO_LARGE, "The image has " + pixels + " pixels; the limit is " + MOST_PIXELS + ".");
            }
            readPage(reader.read(i), i + 1);
        }
    }

    private void readPage(BufferedImage image, int number) {
        int start = out.length();
        int narrow = Math.min(image.getWidth(), image.getHeight());
        float dpi = Math.max(COARSEST, Math.min(FINEST, narrow / PAGE_WIDTH));
        composer.compose(ocr.read(GreyImage.of(image, dpi)));
        budget.characters(out.length());
        Span span = new Span(start, out.length());
        boolean read = span.length() > 0;
        pages.add(new Page(number, span, read ? Page.Origin.OCR : Page.Origin.NONE));
        findings.add(new Finding(
                read ? Finding.Code.OCR : Finding.Code.PARTIAL,
                ReadingFindings.STEP,
                span,
                "Page " + number
                        + (read
                                ? " was read from its picture; words may be misread."
                                : " has no text that can be read.")));
    }
}
