package ai.meddoc.cli.evals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The evaluation suites. The names are those of the command line. */
public enum Suite {
    /** Codes of documents, exact and by category, with their evidence. */
    codes {
        @Override
        public SuiteResult run(List<JsonNode> gold, Runner runner) {
            return CodesSuite.run(gold, runner);
        }
    },
    /** Document types. */
    types {
        @Override
        public SuiteResult run(List<JsonNode> gold, Runner runner) {
            return TypesSuite.run(gold, runner);
        }
    },
    /** Negated and historical mentions in sentences. */
    assertions {
        @Override
        public SuiteResult run(List<JsonNode> gold, Runner runner) {
            return AssertionsSuite.run(gold);
        }
    },
    /** Rows of lab reports. */
    labs {
        @Override
        public SuiteResult run(List<JsonNode> gold, Runner runner) {
            return LabsSuite.run(gold, runner);
        }
    },
    /** Everything at once: types, codes, evidence, summary facts. */
    pipeline {
        @Override
        public SuiteResult run(List<JsonNode> gold, Runner runner) {
            return PipelineSuite.run(gold, runner);
        }
    };

    public abstract SuiteResult run(List<JsonNode> gold, Runner runner);
}
