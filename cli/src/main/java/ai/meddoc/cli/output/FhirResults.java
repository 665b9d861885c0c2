package ai.meddoc.cli.output;

import ai.meddoc.cli.input.Processed;
import ai.meddoc.fhir.FhirWriter;
import java.io.PrintWriter;

/** A bundle for each document, an operation outcome for each that could not be read. */
record FhirResults(PrintWriter out, FhirWriter writer, boolean single) implements ResultWriter {

    @Override
    public void write(Processed processed) {
        out.print(
                switch (processed) {
                    case Processed.Done done -> writer.bundle(done.text(), done.analysis(), single);
                    case Processed.Failed failed -> writer.failure(failed.reason(), failed.message(), single);
                });
        out.print('\n');
    }

    @Override
    public void close() {}
}
