package ai.meddoc.engine;

import ai.meddoc.coding.CodingInput;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.coding.ProposedCode;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.DocumentText;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the local engine found in one document on its way to codes, for an engine that lets a model choose and leaves the
 * decision to our rules. Immutable; thread-safe. Holds PHI.
 */
public final class DocumentReading {

    private final DocumentText text;
    private final Analysis local;
    private final Icd10Cm release;
    private final CodingInput input;
    private final Function<List<ProposedCode>, CodingResult> judge;

    DocumentReading(
            DocumentText text,
            Analysis local,
            Icd10Cm release,
            CodingInput input,
            Function<List<ProposedCode>, CodingResult> judge) {
        this.text = Objects.requireNonNull(text);
        this.local = Objects.requireNonNull(local);
        this.release = Objects.requireNonNull(release);
        this.input = Objects.requireNonNull(input);
        this.judge = Objects.requireNonNull(judge);
    }

    public DocumentText text() {
        return text;
    }

    /** The local engine's whole answer. */
    public Analysis local() {
        return local;
    }

    /** The release in force on the date of service. */
    public Icd10Cm release() {
        return release;
    }

    /** Mentions with their assertions, sentences with their sections, lab values. */
    public CodingInput input() {
        return input;
    }

    /**
     * What our rules leave of proposed codes.
     *
     * @throws IllegalArgumentException if a code is not billable in {@link #release()}
     */
    public CodingResult judge(List<ProposedCode> proposals) {
        return judge.apply(proposals);
    }

    @Override
    public String toString() {
        return "DocumentReading[" + local + "]";
    }
}
