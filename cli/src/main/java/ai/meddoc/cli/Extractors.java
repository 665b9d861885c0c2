package ai.meddoc.cli;

import ai.meddoc.extract.PlainTextExtractor;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.extract.TextExtractors;
import ai.meddoc.pdf.ImageTextExtractor;
import ai.meddoc.pdf.PdfTextExtractor;
import java.util.List;

/** The readers of documents, in the order in which they are asked. */
final class Extractors {

    private Extractors() {}

    static TextExtractor all() {
        return new TextExtractors(List.of(new PdfTextExtractor(), new ImageTextExtractor(), new PlainTextExtractor()));
    }
}
