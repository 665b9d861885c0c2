package ai.meddoc.server.documents;

import ai.meddoc.extract.ContentKind;
import ai.meddoc.server.problems.ProblemException;
import ai.meddoc.server.problems.ProblemType;

/** The media type of a file, by its first bytes. */
final class ContentTypes {

    private ContentTypes() {}

    static String of(byte[] head) {
        return switch (ContentKind.of(head)) {
            case PDF -> "application/pdf";
            case TEXT -> "text/plain";
            case NOTHING -> throw new ProblemException(ProblemType.EMPTY, "The file is empty (0 bytes).");
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
            case TIFF -> "image/tiff";
            case OTHER ->
                throw new ProblemException(
                        ProblemType.UNSUPPORTED,
                        "The file is neither PDF, text, PNG, JPEG nor TIFF; its content decides, not its name.");
        };
    }
}
