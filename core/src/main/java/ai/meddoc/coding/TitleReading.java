package ai.meddoc.coding;

/**
 * What a title asks of a note, as sorted word numbers.
 *
 * @param all every telling word of the title
 * @param needed the words that the note has to say for the title to hold
 * @param either groups of which one word is enough: "and" in a title means "and/or" (Official Guidelines I.A.14)
 * @param denied per "without" or "not" the words that the note must not affirm
 * @param other whether it is a residual code ("other specified")
 */
record TitleReading(int[] all, int[] needed, int[][] either, int[][] denied, boolean other) {

    @Override
    public String toString() {
        return "TitleReading[" + all.length + " words]";
    }
}
