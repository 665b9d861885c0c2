package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/**
 * From a code that is not billable down to the one that the Alphabetic Index gives by default (Official Guidelines I.A.9.b,
 * "unspecified"), and to its 7th character (I.A.5). Immutable apart from what it remembers; thread-safe.
 */
final class DefaultCodes {

    private static final int[] NOTHING = {};
    private static final int NONE = -1;

    private final Icd10Cm release;
    private final TitleWords titles;
    private final SeventhCharacters sevenths;
    /** Per node: one more than its default child's index, 0 while unknown. */
    private final AtomicIntegerArray defaultChildren;

    DefaultCodes(TitleWords titles) {
        this.release = titles.tree().release();
        this.titles = titles;
        this.sevenths = new SeventhCharacters(release);
        this.defaultChildren = new AtomicIntegerArray(release.size());
    }

    /** The code itself, or its 7th character for the initial encounter. */
    int initial(int node) {
        int[] children = release.billableAt(node) ? NOTHING : childrenOf(node);
        return children.length == 0 ? node : sevenths.choose(children, Care.ACTIVE);
    }

    /** Down to the code that takes the 7th character, if any; negative where the hierarchy ends before. */
    int under(int from) {
        int node = from;
        while (node >= 0 && !release.billableAt(node)) {
            int[] children = childrenOf(node);
            if (children.length > 0 && sevenths.isSeventh(children[0])) {
                return node;
            }
            node = children.length == 0 ? NONE : defaultChild(node, children);
        }
        return node;
    }

    /** The same with the 7th character. */
    int whole(int from, SaidWords said, Supplier<Care> care) {
        int node = under(from);
        return node < 0 || release.billableAt(node) ? node : seventh(node, childrenOf(node), said, care);
    }

    /** A 7th character may be a stage that the text says; else it tells the phase of care. */
    private int seventh(int node, int[] children, SaidWords said, Supplier<Care> care) {
        Supported supported = new Supported(titles, said, titles.of(node), NOTHING, NOTHING, NOTHING);
        for (int child : children) {
            if (supported.by(child) > 0) {
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
        int best = NONE;
        int bestRank = NONE;
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
        return titles.tree().childrenOf(node);
    }
}
