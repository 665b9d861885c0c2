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
 * Reads PDF: text in reading order with the place of every character, pages without text by character recognition.
 * Scripts, links and attachments are never followed. Immutable and thread-safe; each call reads in a thread of its own
 * so that the caller gets its answer when the time is up, whatever the file does.
 */
public final class PdfTextExtractor implements TextExtractor {

    private final ExtractionLimits limits;
    private final Ocr ocr = new Ocr();

    public PdfTextExtractor() {
        this(ExtractionLimits.DEFAULT);
    }

    public PdfTextExtractor(ExtractionLimits limits) {
        this.limits = Objects.requireNonNull(limits);
        BundledFonts.use();
    }

    @Override
    public boolean accepts(Document document) {
        return ContentKind.of(document.bytes()) == ContentKind.PDF;
    }

    /** @throws DocumentException with any of its reasons; the message says what to do where something can be done */
    @Override
    public DocumentText extract(Document document) {
        if (!accepts(document)) {
            throw new DocumentException(Reason.UNSUPPORTED, "The file is not a PDF.");
        }
        if (document.bytes().length > limits.bytes()) {
            throw new DocumentException(
                    Reason.TOO_LARGE,
                    "The file has " + document.bytes().length + " bytes; the limit is " + limits.bytes() + ".");
        }
        Budget budget = new Budget(limits);
        return Deadline.run(budget, () -> new PdfReading(document.bytes(), budget, ocr).read());
    }
}
