package ai.meddoc.server.analyses;

/** The document's type in two runs, with how sure each was. */
public record TypeChange(boolean changed, String from, double fromConfidence, String to, double toConfidence) {

    static TypeChange of(ClassificationJson from, ClassificationJson to) {
        return new TypeChange(
                !from.documentType().equals(to.documentType()),
                from.documentType(),
                from.confidence(),
                to.documentType(),
                to.confidence());
    }
}
