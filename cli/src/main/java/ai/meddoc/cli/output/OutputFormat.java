package ai.meddoc.cli.output;

import ai.meddoc.claude.ledger.DocumentCost;
import ai.meddoc.cli.input.Processed;
import ai.meddoc.fhir.FhirWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What results look like. The names are those of the command line. */
public enum OutputFormat {
    /** For people. */
    table {
        @Override
        public ResultWriter writer(PrintWriter out, boolean single, boolean toTerminal) {
            var ansi = toTerminal ? Terminal.ansi() : picocli.CommandLine.Help.Ansi.OFF;
            return new Tables(new AnalysisTable(out, ansi, Terminal.width()));
        }
    },
    /** One object for one file, an array for several or a folder. */
    json {
        @Override
        public ResultWriter writer(PrintWriter out, boolean single, boolean toTerminal) {
            return new Objects(out, single);
        }
    },
    /** One object a line. */
    jsonl {
        @Override
        public ResultWriter writer(PrintWriter out, boolean single, boolean toTerminal) {
            return new Lines(out);
        }
    },
    /** FHIR R4: one bundle for one file; a bundle a line for several or a folder (NDJSON). */
    fhir {
        @Override
        public ResultWriter writer(PrintWriter out, boolean single, boolean toTerminal) {
            return new FhirResults(out, new FhirWriter(InstantSource.system()), single);
        }
    };

    /** @param single whether the user named one file */
    public abstract ResultWriter writer(PrintWriter out, boolean single, boolean toTerminal);

    private record Tables(AnalysisTable table) implements ResultWriter {
        @Override
        public void write(Processed processed) {
            switch (processed) {
                case Processed.Done done -> {
                    table.print(done.file().label(), done.text(), done.analysis());
                    DocumentCost cost = done.cost();
                    if (cost != null) {
                        table.cost(done.analysis().provenance().engine(), cost);
                    }
                }
                case Processed.Failed failed -> table.failed(failed.file().label(), failed.reason(), failed.message());
            }
        }

        @Override
        public void close() {}
    }

    private record Lines(PrintWriter out) implements ResultWriter {
        @Override
        public void write(Processed processed) {
            out.print(Json.line(node(processed)));
            out.print('\n');
        }

        @Override
        public void close() {}
    }

    private static final class Objects implements ResultWriter {
        private final PrintWriter out;
        private final boolean single;
        private boolean any;

        Objects(PrintWriter out, boolean single) {
            this.out = out;
            this.single = single;
        }

        @Override
        public void write(Processed processed) {
            out.print(single ? "" : any ? ",\n" : "[\n");
            out.print(Json.pretty(node(processed)));
            any = true;
        }

        @Override
        public void close() {
            out.print(single ? "\n" : any ? "\n]\n" : "[]\n");
        }
    }

    private static void cost(ObjectNode node, @Nullable DocumentCost cost) {
        if (cost != null) {
            node.putObject("cost")
                    .put("model", cost.model())
                    .put("calls", cost.calls())
                    .put("estimated_calls", cost.estimatedCalls())
                    .put("input_tokens", cost.usage().input())
                    .put("cache_write_tokens", cost.usage().written())
                    .put("cache_read_tokens", cost.usage().read())
                    .put("output_tokens", cost.usage().output())
                    .put("micro_dollars", cost.microDollars());
        }
    }

    private static ObjectNode node(Processed processed) {
        ObjectNode node = Json.object().put("file", processed.file().label());
        switch (processed) {
            case Processed.Done done -> {
                node.setAll(AnalysisJson.of(done.text(), done.analysis()));
                cost(node, done.cost());
            }
            case Processed.Failed failed ->
                node.putObject("error").put("reason", failed.reason()).put("message", failed.message());
        }
        return node;
    }
}
