package ai.meddoc.cli.output;

import ai.meddoc.cli.input.Processed;

/** Writes results one after another, in the format the user asked for. Not thread-safe. */
public interface ResultWriter extends AutoCloseable {

    void write(Processed processed);

    /** Writes what comes after the last result; the stream stays open. */
    @Override
    void close();
}
