package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Finds the most specific billable code that the words near a mention support (Official Guidelines I.B.2): of the codes of
 * its category that repeat what the mention says, the one whose title adds most words that are all said; else the child
 * that the Alphabetic Index gives by default (I.A.9.b, "unspecified"). Immutable; thread-safe.
 */
final class Specificity {

    /** Categories of which one diagnosis takes as many codes as it needs. */
    private static final Set<String> SEVERAL = Set.of("E08", "E09", "E10", "E11", "E13", "J44");

    private static final int[] NOTHING = {};
    /** What speaks for the mention's own code where titles say equally much. */
    private static final double OWN = 0.6;

    private final Icd10Cm release;
    private final CodeTree tree;
    private final TitleWords titles;
    private final CategoryCodes categories;
    private final SeventhCharacters sevenths;
    private final Laterality laterality;
    private final GenericHeads heads;
    /** Per node: one more than its default child's index, 0 while unknown. */
    private final AtomicIntegerArray defaultChildren;

    Specificity(TitleWords titles) {
        this.tree = titles.tree();
        this.release = tree.release();
        this.titles = titles;
        this.categories = new CategoryCodes(titles);
        this.sevenths = new SeventhCharacters(release);
        this.laterality = new Laterality(tree, titles);
        this.heads = new GenericHeads(release, titles.vocabulary());
        this.defaultChildren = new AtomicIntegerArray(release.size());
    }

    /**
     * @param node the code that the mention's own words lead to
     * @param termWords sorted word numbers of the mention's term
     * @param said what stands near the mention
     * @return billable codes' indices; empty when the hierarchy has no default for what was said
     */
    int[] resolve(int node, int[] termWords, SaidWords said, Supplier<Care> care) {
        int first = refined(node, termWords, said);
        int[] found = whole(first, said, care);
        if (!takesSeveral(node)
                || !said.touches(categories.under(categories.categoryOf(node)).vocabulary())) {
            return found;
        }
        return IntStream.concat(
                        Arrays.stream(found),
                        beside(node, first, termWords, said).flatMap(leaf -> Arrays.stream(whole(leaf, said, care))))
                .distinct()
                .toArray();
    }

    /** The code itself, or its 7th character for the initial encounter. */
    int initial(int node) {
        int[] children = release.billableAt(node) ? NOTHING : childrenOf(node);
        return children.length == 0 ? node : sevenths.choose(children, Care.ACTIVE);
    }

    boolean takesSeveral(int node) {
        return SEVERAL.contains(release.codeAt(node).substring(0, 3));
    }

    private int[] whole(int refined, SaidWords said, Supplier<Care> care) {
        int plain = toDefault(refined, said, care, false);
        if (plain < 0) {
            return NOTHING;
        }
        return Arrays.stream(laterality.sided(plain, said::affirms))
                .map(side -> toDefault(side, said, care, true))
                .filter(leaf -> leaf >= 0)
                .toArray();
    }

    /** Further codes of a category that takes as many as it needs (I.C.4.a), for details that the first leaves out. */
    private IntStream beside(int node, int first, int[] termWords, SaidWords said) {
        int[] own = affirmedOf(termWords, titles.reading(node).denied());
        int[] kept = titles.reading(concept(node, own)).needed();
        Supported supported = new Supported(titles, said, known(node, own), own, kept);
        int[] told = union(union(titles.of(first), titles.of(node)), own);
        int[] rest = Arrays.stream(categories.under(categories.categoryOf(node)).leaves())
                .filter(leaf -> supported.by(leaf) >= Supported.ENOUGH && isApart(leaf, told))
                .toArray();
        int best = best(node, rest, supported, Supported.ENOUGH);
        return best == node ? IntStream.empty() : IntStream.of(best);
    }

    /** No word that a leaf asks for beyond the concept is told already. */
    private boolean isApart(int leaf, int[] told) {
        int[] asked = titles.reading(leaf).needed();
        int[] concept = titles.of(categories.categoryOf(leaf));
        return Arrays.stream(asked).anyMatch(word -> Arrays.binarySearch(told, word) < 0)
                && Arrays.stream(asked)
                        .filter(word -> Arrays.binarySearch(concept, word) < 0)
                        .noneMatch(word -> Arrays.binarySearch(told, word) >= 0);
    }

    private int refined(int node, int[] termWords, SaidWords said) {
        for (GenericHeads.Head head : heads.of(release.codeAt(node), termWords)) {
            Supported supported = new Supported(titles, said, head.meant(), termWords, new int[] {head.first()});
            int[] leaves = Arrays.stream(head.categories())
                    .flatMap(
                            category -> Arrays.stream(categories.under(category).leaves()))
                    .toArray();
            int sited = best(node, leaves, supported, Supported.SIDE);
            if (sited != node) {
                return sited;
            }
        }
        return refinedInCategory(node, termWords, said);
    }

    private int refinedInCategory(int node, int[] termWords, SaidWords said) {
        CategoryCodes.Content category = categories.under(categories.categoryOf(node));
        if (!said.touches(category.vocabulary())) {
            return node;
        }
        int[] own = affirmedOf(termWords, titles.reading(node).denied());
        int[] repeated = Arrays.stream(own)
                .filter(word -> Arrays.binarySearch(category.words(), word) >= 0)
                .toArray();
        int[] kept = union(titles.reading(concept(node, own)).needed(), repeated);
        return best(
                node, category.leaves(), new Supported(titles, said, known(node, own), own, kept), Supported.ENOUGH);
    }

    /** Where the mention's code leaves open what the mention says, the mention's words count as more than the code. */
    private int[] known(int node, int[] own) {
        return SameConcept.isUnspecified(release.titleAt(node)) ? titles.of(node) : union(titles.of(node), own);
    }

    /** The term of "migraine without aura" carries a word that the title denies. */
    static int[] affirmedOf(int[] termWords, int[][] denied) {
        return Arrays.stream(termWords)
                .filter(word -> Arrays.stream(denied).noneMatch(words -> Arrays.binarySearch(words, word) >= 0))
                .toArray();
    }

    private int best(int node, int[] leaves, Supported supported, double enough) {
        int best = node;
        double most = 0;
        for (int leaf : leaves) {
            double score = supported.by(leaf);
            if (score >= enough) {
                score += isUnder(node, leaf) ? OWN : 0;
                if (score > most || score == most && best != node && rank(leaf) > rank(best)) {
                    best = leaf;
                    most = score;
                }
            }
        }
        return best;
    }

    /** "Other" codes of another subcategory than the mention's. */
    private boolean isForeignResidual(int node, int leaf) {
        return titles.reading(leaf).other()
                && !release.codeAt(node).regionMatches(0, release.codeAt(leaf), 0, SameProblem.SUBCATEGORY);
    }

    private int rank(int leaf) {
        return Defaults.rank(release.titleAt(leaf), release.codeAt(leaf), 0);
    }

    private boolean isUnder(int above, int leaf) {
        return release.codeAt(leaf).startsWith(release.codeAt(above));
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

    /** @param whole down to the 7th character too, else only to the code that takes it */
    private int toDefault(int from, SaidWords said, Supplier<Care> care, boolean whole) {
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
    private int seventh(int node, int[] children, SaidWords said, Supplier<Care> care) {
        Supported supported = new Supported(titles, said, titles.of(node), NOTHING, NOTHING);
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
