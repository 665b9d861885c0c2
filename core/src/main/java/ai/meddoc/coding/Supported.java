package ai.meddoc.coding;

import java.util.Arrays;

/**
 * Weighs whether the words near a mention support a title, and how much of it. Made for one mention; not thread-safe.
 */
final class Supported {

    /** The title asks for what is not said, or denies what is. */
    static final double NOT = -1;

    /** A residual code gives way to one that says as much. */
    private static final double OTHER = 0.3;

    /** What a title asks for and the mention itself says, counts a little. */
    private static final double REPEATED = 0.05;

    /** The mention's words that its code's title lacks ("axillary abscess", coded as of a limb) tell more. */
    private static final double TOLD = 0.5;

    /** A side alone tells no disease from another. */
    static final double SIDE = 0.01;

    /** What it takes to leave the mention's own code. */
    static final double ENOUGH = 0.5;

    private final TitleWords titles;
    private final SaidWords said;
    private final int[] known;
    private final int[] own;
    private final int[] kept;
    private final int[] told;

    /**
     * @param known sorted words that the mention's code stands for
     * @param own sorted words that the mention itself says
     * @param kept sorted words that a title has to repeat, so that nothing said is lost
     * @param told those of {@code known} that the title of the mention's code lacks
     */
    Supported(TitleWords titles, SaidWords said, int[] known, int[] own, int[] kept, int[] told) {
        this.titles = titles;
        this.said = said;
        this.known = known;
        this.own = own;
        this.kept = kept;
        this.told = told;
    }

    /** How many words a title adds to what the mention stands for, all of them said; {@link #NOT} when one is not. */
    double by(int node) {
        TitleReading title = titles.reading(node);
        for (int word : kept) {
            if (Arrays.binarySearch(title.all(), word) < 0) {
                return NOT;
            }
        }
        double added = added(title);
        if (added < 0) {
            return NOT;
        }
        double repeated = repeated(title);
        for (int[] words : title.denied()) {
            if (isAffirmed(words)) {
                return NOT;
            }
            added += isDenied(words) ? 1 : 0;
        }
        return added <= 0 ? added : added + repeated - (title.other() ? OTHER : 0);
    }

    private double repeated(TitleReading title) {
        double count = 0;
        for (int word : title.needed()) {
            if (Arrays.binarySearch(known, word) >= 0) {
                count += Arrays.binarySearch(told, word) >= 0 ? TOLD : REPEATED;
            }
        }
        return count;
    }

    private double added(TitleReading title) {
        double added = 0;
        for (int word : title.needed()) {
            if (Arrays.binarySearch(known, word) < 0) {
                if (!isSaid(word)) {
                    return NOT;
                }
                added += said.isSide(word) ? SIDE : 1;
            }
        }
        for (int[] group : title.either()) {
            double one = oneOf(group);
            if (one < 0) {
                return NOT;
            }
            added += one;
        }
        return added;
    }

    private double oneOf(int[] group) {
        int found = 0;
        for (int word : group) {
            if (Arrays.binarySearch(known, word) >= 0) {
                return 0;
            }
            found += isSaid(word) ? 1 : 0;
        }
        return found == 0 ? NOT : 1;
    }

    private boolean isSaid(int word) {
        return Arrays.binarySearch(own, word) >= 0 || said.affirms(word);
    }

    private boolean isAffirmed(int[] words) {
        for (int word : words) {
            if (!said.affirms(word)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDenied(int[] words) {
        for (int word : words) {
            if (said.denies(word)) {
                return true;
            }
        }
        return false;
    }
}
