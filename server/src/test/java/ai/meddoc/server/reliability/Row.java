package ai.meddoc.server.reliability;

/** One promise of the table, and how it is shown. */
interface Row {

    /** What must hold. */
    String target();

    /** Breaks what has to be broken and counts what is left; throws where it could not be shown at all. */
    Figure run(Scale scale) throws Exception;
}
