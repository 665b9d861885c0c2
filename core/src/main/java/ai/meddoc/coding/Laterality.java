package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Vocabulary;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The side of a code (Official Guidelines I.B.13): the sibling for the side that is said instead of the one for an
 * unspecified side; both sides' codes where the problem is bilateral and no bilateral code exists. Immutable;
 * thread-safe.
 */
final class Laterality {

    private static final Pattern SIDE = Pattern.compile("\\b(?:unspecified|right|left|bilateral)\\b,?\\s?");

    private final CodeTree tree;
    private final Icd10Cm release;
    private final int left;
    private final int right;
    private final int bilateral;

    Laterality(CodeTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.release = tree.release();
        this.left = vocabulary.numberOf("left");
        this.right = vocabulary.numberOf("right");
        this.bilateral = vocabulary.numberOf("bilateral");
    }

    /** The codes for the side or sides that are said; the code itself where none is said or none exists. */
    int[] sided(int node, IntPredicate said) {
        int[] itself = {node};
        String title = release.titleAt(node).toLowerCase(Locale.ROOT);
        int parent = release.parentAt(node);
        if (parent < 0 || !title.contains("unspecified") || !saysASide(said)) {
            return itself;
        }
        String plain = withoutSide(title);
        int ofLeft = sibling(parent, plain, "left");
        int ofRight = sibling(parent, plain, "right");
        if (ofLeft < 0 || ofRight < 0) {
            return itself;
        }
        int ofBoth = sibling(parent, plain, "bilateral");
        boolean both = said.test(bilateral) || said.test(left) && said.test(right);
        if (both) {
            return ofBoth >= 0 ? new int[] {ofBoth} : new int[] {ofRight, ofLeft};
        }
        return new int[] {said.test(left) ? ofLeft : ofRight};
    }

    private boolean saysASide(IntPredicate said) {
        return said.test(left) || said.test(right) || said.test(bilateral);
    }

    private int sibling(int parent, String plain, String side) {
        for (int child : tree.childrenOf(parent)) {
            String title = release.titleAt(child).toLowerCase(Locale.ROOT);
            if (title.contains(side) && withoutSide(title).equals(plain)) {
                return child;
            }
        }
        return -1;
    }

    private static String withoutSide(String title) {
        return SIDE.matcher(title).replaceAll("").strip();
    }
}
