package ai.meddoc.server.analyses;

import ai.meddoc.server.problems.ProblemType;

/** How a job ended. */
public sealed interface Outcome {

    /** @param results as stored: JSON */
    record Processed(String results) implements Outcome {

        /** Prints no text. */
        @Override
        public String toString() {
            return "Processed[" + results.length() + " characters]";
        }
    }

    record Failed(ProblemType type, String detail) implements Outcome {}

    /** Put back, lost to another worker, or deleted meanwhile. */
    record Undecided() implements Outcome {}
}
