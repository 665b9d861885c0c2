package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The side of a code (Official Guidelines I.B.13): the sibling for the side that is said instead of the one for an
 * unspecified side; where both sides are said the bilateral code, or both sides' codes where there is none. Immutable;
 * thread-safe.
 */
final class Laterality {

    /** The side stands in the last character, or in the one before the 7th. */
    private static final int LEVELS = 2;

    private final CodeTree tree;
    private final Icd10Cm release;
    private final TitleWords titles;
    private final int left;
    private final int right;
    private final int bilateral;

    Laterality(CodeTree tree, TitleWords titles) {
        this.tree = tree;
        this.release = tree.release();
        this.titles = titles;
        this.left = titles.vocabulary().numberOf("left");
        this.right = titles.vocabulary().numberOf("right");
        this.bilateral = titles.vocabulary().numberOf("bilateral");
    }

    /** The codes for the side or sides that are said; the code itself where none is said or none exists. */
    int[] sided(int node, IntPredicate said) {
        int[] itself = {node};
        int parent = release.parentAt(node);
        boolean toLeft = said.test(left);
        boolean toRight = said.test(right);
        boolean toBoth = said.test(bilateral) || toLeft && toRight;
        boolean beside = toBoth && namesOneSide(node);
        if (parent < 0 || !toLeft && !toRight && !toBoth || !beside && !isOpen(node, toBoth)) {
            return itself;
        }
        if (toBoth) {
            int ofBoth = bilateral(node, parent);
            if (ofBoth >= 0) {
                return new int[] {ofBoth};
            }
        }
        if (beside) {
            int other = ofSide(node, Arrays.binarySearch(titles.of(node), left) >= 0 ? right : left);
            return other < 0 ? itself : new int[] {node, other};
        }
        int ofLeft = ofSide(node, left);
        int ofRight = ofSide(node, right);
        if (ofLeft < 0 || ofRight < 0) {
            return itself;
        }
        return toBoth ? new int[] {ofRight, ofLeft} : new int[] {toLeft ? ofLeft : ofRight};
    }

    boolean namesOneSide(int node) {
        int[] words = titles.of(node);
        return Arrays.binarySearch(words, left) >= 0 != Arrays.binarySearch(words, right) >= 0;
    }

    /** The code for a side; of a code with a character after the side the one with the same. */
    private int ofSide(int node, int side) {
        String code = release.codeAt(node);
        int up = node;
        for (int i = 0; i < LEVELS && release.parentAt(up) >= 0; i++) {
            int other = sibling(release.parentAt(up), up, side);
            if (other >= 0) {
                return release.indexOf(release.codeAt(other)
                        + code.substring(release.codeAt(up).length()));
            }
            up = release.parentAt(up);
        }
        return -1;
    }

    /** Whether the title leaves the side open, or names one where both are meant. */
    private boolean isOpen(int node, boolean both) {
        String title = release.titleAt(node).toLowerCase(Locale.ROOT);
        return title.contains("unspecified") || both && title.startsWith("unilateral");
    }

    /** M17.1- is unilateral and M17.0 bilateral: the code for both sides may stand one level up. */
    private int bilateral(int node, int parent) {
        int beside = sibling(parent, node, bilateral);
        int above = release.parentAt(parent);
        return beside >= 0 || above < 0 ? beside : sibling(above, node, bilateral);
    }

    private int sibling(int parent, int node, int side) {
        int[] words = titles.of(node);
        for (int child : tree.childrenOf(parent)) {
            int[] other = titles.of(child);
            if (Arrays.binarySearch(other, side) >= 0 && saysNoMore(other, words) && covers(other, words)) {
                return child;
            }
        }
        return -1;
    }

    /** All words but the side are the node's too. */
    private boolean saysNoMore(int[] other, int[] words) {
        return Arrays.stream(other).allMatch(word -> isSide(word) || Arrays.binarySearch(words, word) >= 0);
    }

    /** At most one word, the organ, is left out: "cataract, bilateral" beside "cataract, unspecified eye". */
    private boolean covers(int[] other, int[] words) {
        return Arrays.stream(words)
                        .filter(word -> !isSide(word) && Arrays.binarySearch(other, word) < 0)
                        .count()
                <= 1;
    }

    private boolean isSide(int word) {
        return word == left || word == right || word == bilateral;
    }
}
