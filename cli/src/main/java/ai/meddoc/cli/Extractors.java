package ai.meddoc.cli;

import ai.meddoc.document.Document;
import ai.meddoc.document.DocumentException;
import ai.meddoc.extract.TextExtractor;
import ai.meddoc.text.DocumentText;
import java.nio.charset.StandardCharsets;

/** The readers of documents. Text in UTF-8 alone, until the real ones stand. */
final class Extractors {

    private Extractors() {}

    static TextExtractor all() {
        return new TextExtractor() {
            @Override
            public boolean accepts(Document document) {
                return true;
            }

            @Override
            public DocumentText extract(Document document) {
                String text = new String(document.bytes(), StandardCharsets.UTF_8);
                if (text.startsWith("%PDF")) {
                    throw new DocumentException(DocumentException.Reason.UNSUPPORTED, "PDF is not read yet.");
                }
                if (text.isBlank()) {
                    throw new DocumentException(DocumentException.Reason.EMPTY, "The file holds no text.");
                }
                return DocumentText.of(text);
            }
        };
    }
}
