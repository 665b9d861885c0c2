package ai.meddoc.summary;

/** What a word of {@code cue-words.tsv} tells. */
enum Cue {
    /** Begins an order or advice. */
    ORDER,
    /** Names what is done next, anywhere in a plan. */
    ACT,
    /** Names what was done. */
    TREAT,
    /** The outcome of a test or of a question that was asked. */
    TESTED,
    /** Ends a signature. */
    CREDENTIAL,
    /** Labels who, where and when. */
    IDENTITY,
    /** Heads a column of a table. */
    COLUMN,
    /** A finding that is none. */
    NORMAL,
    /** A remark of a laboratory. */
    REMARK,
    /** Says only that it is said elsewhere. */
    REPEAT
}
