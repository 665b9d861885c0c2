package ai.meddoc.cli.input;

import ai.meddoc.claude.ledger.DocumentCost;
import ai.meddoc.engine.Analysis;
import ai.meddoc.text.DocumentText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one file: every file ends as one of these. */
public sealed interface Processed {

    DocumentFile file();

    /** @param cost what was paid for it, or null when nothing can be */
    record Done(
            DocumentFile file,
            DocumentText text,
            Analysis analysis,
            @Nullable DocumentCost cost) implements Processed {
        public Done {
            Objects.requireNonNull(file);
            Objects.requireNonNull(text);
            Objects.requireNonNull(analysis);
        }
    }

    /**
     * @param reason a stable name, such as {@code ENCRYPTED}
     * @param message one sentence without content or file name
     * @param exitCode what the process returns for it
     */
    record Failed(DocumentFile file, String reason, String message, int exitCode) implements Processed {}
}
