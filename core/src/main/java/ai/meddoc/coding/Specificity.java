package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds the most specific billable code that the words near a mention support (Official Guidelines I.B.2): up from the
 * mention's code to the concept it stands for, then down to each child whose other words are said, else to the child that
 * the Alphabetic Index gives by default (I.A.9.b, "unspecified"). Immutable; thread-safe.
 */
final class Specificity {

    private static final int[] NOTHING = {};

    private final Icd10Cm release;
    private final CodeTree tree;
    private final TitleWords titles;
    private final SeventhCharacters sevenths;
    private final Laterality laterality;
    /** Per node: one more than its default child's index, 0 while unknown. */
    private final AtomicIntegerArray defaultChildren;

    Specificity(Icd10Cm release, TitleWords titles) {
        this.release = release;
        this.tree = new CodeTree(release);
        this.titles = titles;
        this.sevenths = new SeventhCharacters(release);
        this.laterality = new Laterality(tree, titles);
        this.defaultChildren = new AtomicIntegerArray(release.size());
    }

    /**
     * @param node the code that the mention's own words lead to
     * @param termWords sorted word numbers of the mention's term
     * @param said whether a word number stands near the mention
     * @return a billable code's index; empty when the hierarchy has no default for what was said
     */
    int[] resolve(int node, int[] termWords, IntPredicate said, Supplier<Care> care) {
        int top = concept(node, termWords);
        int found = top == node ? node : descend(top, union(titles.of(top), termWords), said);
        if (found != node && isAncestor(found, node)) {
            found = descend(node, union(titles.of(node), termWords), said);
        }
        int plain = toDefault(found, said, care, false);
        if (plain < 0) {
            return NOTHING;
        }
        return Arrays.stream(laterality.sided(plain, said))
                .map(side -> toDefault(side, said, care, true))
                .filter(leaf -> leaf >= 0)
                .toArray();
    }

    /** The highest ancestor whose title says no more than the mention does. */
    private int concept(int node, int[] termWords) {
        int[] known = union(titles.of(node), termWords);
        int top = node;
        for (int up = release.parentAt(node); up >= 0 && isCode(up); up = release.parentAt(up)) {
            if (titles.of(up).length == 0 || !titles.impliedBy(up, known)) {
                break;
            }
            top = up;
        }
        return top;
    }

    private boolean isCode(int node) {
        String code = release.codeAt(node);
        return code.length() >= 3 && code.indexOf('-') < 0;
    }

    private boolean isAncestor(int above, int node) {
        for (int up = release.parentAt(node); up >= 0; up = release.parentAt(up)) {
            if (up == above) {
                return true;
            }
        }
        return false;
    }

    /** Down while a child's other words are all said. */
    private int descend(int from, int[] known, IntPredicate said) {
        int node = from;
        int[] have = known;
        while (true) {
            int best = bestChild(node, have, said);
            if (best < 0) {
                return node;
            }
            node = best;
            have = union(have, titles.of(node));
        }
    }

    private int bestChild(int node, int[] have, IntPredicate said) {
        int best = -1;
        int bestSize = 0;
        for (int child : childrenOf(node)) {
            if (sevenths.isSeventh(child)) {
                return -1;
            }
            int size = saidWords(child, have, said);
            if (size > bestSize) {
                best = child;
                bestSize = size;
            }
        }
        return best >= 0 ? best : deeperChild(node, have, said);
    }

    /** How many words a title adds to {@code have}, all of them said; 0 when one is not said or nothing is added. */
    private int saidWords(int node, int[] have, IntPredicate said) {
        int size = 0;
        for (int word : titles.of(node)) {
            if (Arrays.binarySearch(have, word) < 0) {
                if (!said.test(word)) {
                    return 0;
                }
                size++;
            }
        }
        return size > 0 && negates(node) ? 0 : size;
    }

    /** A level that only groups ("Other and unspecified asthma") is stepped through when a grandchild's words are said. */
    private int deeperChild(int node, int[] have, IntPredicate said) {
        for (int child : childrenOf(node)) {
            if (!titles.impliedBy(child, have)) {
                continue;
            }
            for (int grandchild : childrenOf(child)) {
                if (!sevenths.isSeventh(grandchild) && saidWords(grandchild, have, said) > 0) {
                    return child;
                }
            }
        }
        return -1;
    }

    private boolean negates(int node) {
        String title = release.titleAt(node).toLowerCase(Locale.ROOT);
        return title.contains("without") || title.contains(" not ");
    }

    /** @param whole down to the 7th character too, else only to the code that takes it */
    private int toDefault(int from, IntPredicate said, Supplier<Care> care, boolean whole) {
        int node = from;
        while (node >= 0 && !release.billableAt(node)) {
            int[] children = childrenOf(node);
            if (children.length == 0) {
                return -1;
            }
            if (!whole && sevenths.isSeventh(children[0])) {
                return node;
            }
            node = sevenths.isSeventh(children[0]) ? seventh(node, children, said, care) : defaultChild(node, children);
        }
        return node;
    }

    /** A 7th character may be a stage that the text says; else it tells the phase of care. */
    private int seventh(int node, int[] children, IntPredicate said, Supplier<Care> care) {
        for (int child : children) {
            if (saidWords(child, titles.of(node), said) > 0) {
                return child;
            }
        }
        return sevenths.choose(children, care.get());
    }

    private int defaultChild(int node, int[] children) {
        int known = defaultChildren.get(node) - 1;
        if (known < 0) {
            known = computeDefault(node, children);
            defaultChildren.set(node, known + 1);
        }
        return known;
    }

    private int computeDefault(int node, int[] children) {
        int best = -1;
        int bestRank = -1;
        for (int child : children) {
            int rank = Defaults.rank(
                    release.titleAt(child), release.codeAt(child), titles.residual(child, titles.of(node)).length);
            if (rank > bestRank) {
                best = child;
                bestRank = rank;
            }
        }
        return best;
    }

    private int[] childrenOf(int node) {
        return tree.childrenOf(node);
    }

    static int[] union(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b))
                .sorted()
                .distinct()
                .toArray();
    }
}
