package ai.meddoc.bench;

/** Something that does work on a note. Used by one thread. */
interface Peer {

    /** What it is and which part of the work it does. */
    String name();

    /** Does its work on a note; answers how much it found, so that the work cannot be left out. */
    int work(String note);
}
