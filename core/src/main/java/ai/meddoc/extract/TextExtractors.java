package ai.meddoc.extract;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.document.DocumentException.Reason;
import ai.meddoc.text.DocumentText;
import java.util.List;

/** Several extractors as one: the first that accepts a document reads it. Immutable; thread-safe as its members are. */
public final class TextExtractors implements TextExtractor {

    private final List<TextExtractor> extractors;

    /** @param extractors in order of preference */
    public TextExtractors(List<? extends TextExtractor> extractors) {
        this.extractors = List.copyOf(extractors);
    }

    @Override
    public boolean accepts(Document document) {
        return extractors.stream().anyMatch(e -> e.accepts(document));
    }

    /** @throws DocumentException UNSUPPORTED if none accepts it, else whatever the chosen one throws */
    @Override
    public DocumentText extract(Document document) {
        for (TextExtractor extractor : extractors) {
            if (extractor.accepts(document)) {
                return extractor.extract(document);
            }
        }
        throw new DocumentException(
                Reason.UNSUPPORTED, "The file is not of a kind that is read: PDF, text, PNG, JPEG or TIFF.");
    }
}
