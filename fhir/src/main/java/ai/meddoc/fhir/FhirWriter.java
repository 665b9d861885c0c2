package ai.meddoc.fhir;

import ai.meddoc.engine.Analysis;
import ai.meddoc.text.DocumentText;
import ca.uhn.fhir.context.FhirContext;
import java.time.InstantSource;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Writes analyses as FHIR R4 in JSON. Building one takes about a second; it is then shared by threads.
 *
 * <p>What is written holds the document's text: it is as much PHI as the document.
 */
public final class FhirWriter {

    private final FhirContext context = FhirContext.forR4();
    private final InstantSource clock;

    /** @param clock tells when a bundle was written */
    public FhirWriter(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * One {@code Bundle} of type {@code collection}.
     *
     * @param text what was analysed; the offsets of the evidence count in it
     * @param pretty over several lines for a reader, else on one line (NDJSON, as FHIR's bulk data has it)
     */
    public String bundle(DocumentText text, Analysis analysis, boolean pretty) {
        return json(new AnalysisBundle(text, analysis, clock.instant()).build(), pretty);
    }

    /**
     * An {@code OperationOutcome} for a document that could not be processed.
     *
     * @param reason a stable name, such as {@code ENCRYPTED}
     * @param message one sentence without content
     */
    public String failure(String reason, String message, boolean pretty) {
        return json(Findings.failure(reason, message), pretty);
    }

    private String json(IBaseResource resource, boolean pretty) {
        return context.newJsonParser().setPrettyPrint(pretty).encodeResourceToString(resource);
    }
}
