package ai.meddoc.terminology;

/** A file of a release, or of terms, that is not what it should be; the message names the file and the line. */
public final class ReleaseFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ReleaseFormatException(String file, int line, String problem) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + problem + ".");
    }

    ReleaseFormatException(String file, String problem) {
        this(file, 0, problem);
    }
}
