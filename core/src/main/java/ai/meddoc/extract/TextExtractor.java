package ai.meddoc.extract;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.text.DocumentText;

/** From bytes to text. Implementations are immutable and may be shared by threads. */
public interface TextExtractor {

    /** Whether the content (not the name) is of the kind this extractor reads. */
    boolean accepts(Document document);

    /**
     * @throws DocumentException if nothing can be read; text that is lost in part is a {@code PARTIAL} finding instead
     */
    DocumentText extract(Document document);
}
