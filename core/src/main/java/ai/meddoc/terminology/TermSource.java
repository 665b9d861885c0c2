package ai.meddoc.terminology;

/** Where a term comes from, the most trusted first. */
public enum TermSource {
    /** Our reviewed table of what clinicians write. */
    EVERYDAY,
    /** The official Alphabetic Index, where the user imported it. */
    INDEX,
    /** A title of the tabular list. */
    TITLE,
    /** An inclusion term of the tabular list. */
    INCLUSION,
    /** A disease name's variant from an open vocabulary, attached through a title or inclusion term. */
    VARIANT,
    /** A phrase to which the coders of a corpus give a code; for counting mentions only. */
    LEARNED
}
