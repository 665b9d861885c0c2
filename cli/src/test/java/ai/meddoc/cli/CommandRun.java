package ai.meddoc.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One command line run in this process, and what it printed. */
record CommandRun(int exitCode, String out, String err) {

    static CommandRun of(Object... arguments) {
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int exitCode = MeddocCommand.run(words, outWriter, errWriter);
        outWriter.flush();
        errWriter.flush();
        return new CommandRun(exitCode, out.toString(), err.toString());
    }

    JsonNode json() {
        return json(out);
    }

    /** The last line printed, as evaluations end with one. */
    JsonNode lastLine() {
        return json(out.strip().substring(out.strip().lastIndexOf('\n') + 1));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
