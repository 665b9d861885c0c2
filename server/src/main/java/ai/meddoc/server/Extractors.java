package ai.meddoc.server;

import ai.meddoc.extract.ExtractionLimits;
import ai.meddoc.extract.PlainTextExtractor;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.extract.TextExtractors;
import ai.meddoc.pdf.ImageTextExtractor;
import ai.meddoc.pdf.PdfTextExtractor;
import ai.meddoc.server.settings.Settings;
import java.util.List;

/** The readers of documents, in the order in which they are asked. */
final class Extractors {

    private Extractors() {}

    static TextExtractor within(Settings settings) {
        ExtractionLimits limits = ExtractionLimits.DEFAULT.withBytes(Math.toIntExact(settings.maxUploadBytes()));
        return new TextExtractors(
                List.of(new PdfTextExtractor(limits), new ImageTextExtractor(limits), new PlainTextExtractor(limits)));
    }
}
