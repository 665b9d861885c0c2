package ai.meddoc.server.analyses;

import ai.meddoc.text.DocumentText;
import java.util.List;

/** The extracted text: what every span points into. */
public record DocumentTextReply(String text, List<PageJson> pages, List<FindingJson> findings) {

    public static DocumentTextReply of(DocumentText text) {
        return new DocumentTextReply(text.text(), PageJson.of(text.pages()), FindingJson.of(text.findings()));
    }

    /** Prints no text. */
    @Override
    public String toString() {
        return "DocumentTextReply[" + text.length() + " characters]";
    }
}
