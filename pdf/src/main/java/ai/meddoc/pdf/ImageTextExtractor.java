package ai.meddoc.pdf;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.extract.ContentKind;
import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.text.DocumentText;
import java.util.Objects;

/**
 * Reads scans that come as PNG, JPEG or TIFF (of one or more pages) by character recognition. Places are in points of a
 * page of the picture's own resolution. Immutable and thread-safe.
 */
public final class ImageTextExtractor implements TextExtractor {

    private final ExtractionLimits limits;
    private final Ocr ocr = new Ocr();

    public ImageTextExtractor() {
        this(ExtractionLimits.DEFAULT);
    }

    public ImageTextExtractor(ExtractionLimits limits) {
        this.limits = Objects.requireNonNull(limits);
    }

    @Override
    public boolean accepts(Document document) {
        ContentKind kind = ContentKind.of(document.bytes());
        return kind == ContentKind.PNG || kind == ContentKind.JPEG || kind == ContentKind.TIFF;
    }

    /** @throws DocumentException with any of its reasons but ENCRYPTED */
    @Override
    public DocumentText extract(Document document) {
        if (!accepts(document)) {
            throw new DocumentException(Reason.UNSUPPORTED, "The file is not a PNG, JPEG or TIFF image.");
        }
        if (document.bytes().length > limits.bytes()) {
            throw new DocumentException(
                    Reason.TOO_LARGE,
                    "The file has " + document.bytes().length + " bytes; the limit is " + limits.bytes() + ".");
        }
        if (!ocr.isAvailable()) {
            throw new DocumentException(
                    Reason.UNSUPPORTED,
                    "The file is an image, and this machine lacks the data to read it: " + LanguageData.HOW_TO_GET
                            + ".");
        }
        Budget budget = new Budget(limits);
        return Deadline.run(budget, () -> new ImageReading(document.bytes(), budget, ocr).read());
    }
}
