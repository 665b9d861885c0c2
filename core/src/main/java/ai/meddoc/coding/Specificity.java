package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;
import java.util.Set;
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

    /** Rheumatoid arthritis of which no factor is told: its siblings with sites are those without the factor. */
    private static final Set<String> WHOLE = Set.of("M06.9");

    private static final int[] NOTHING = {};

    /** What speaks for the mention's own code where titles say equally much. */
    private static final double OWN = 0.6;

    private final Icd10Cm release;
    private final TitleWords titles;
    private final CategoryCodes categories;
    private final DefaultCodes defaults;
    private final Laterality laterality;
    private final GenericHeads heads;

    Specificity(TitleWords titles) {
        this.release = titles.tree().release();
        this.titles = titles;
        this.categories = new CategoryCodes(titles);
        this.defaults = new DefaultCodes(titles);
        this.laterality = new Laterality(titles.tree(), titles);
        this.heads = new GenericHeads(release, titles.vocabulary());
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
        return defaults.initial(node);
    }

    boolean takesSeveral(int node) {
        return SEVERAL.contains(release.codeAt(node).substring(0, 3));
    }

    private int[] whole(int refined, SaidWords said, Supplier<Care> care) {
        int plain = defaults.under(refined);
        if (plain < 0) {
            return NOTHING;
        }
        return Arrays.stream(laterality.sided(plain, said::affirms))
                .map(side -> defaults.whole(side, said, care))
                .filter(leaf -> leaf >= 0)
                .toArray();
    }

    /** Further codes of a category that takes as many as it needs (I.C.4.a), for details that the first leaves out. */
    private IntStream beside(int node, int first, int[] termWords, SaidWords said) {
        int[] own = affirmedOf(termWords, titles.reading(node).denied());
        int[] kept = titles.reading(concept(node, own)).needed();
        Supported supported = supported(node, said, own, kept);
        int[] told = WordNumbers.union(WordNumbers.union(titles.of(first), titles.of(node)), own);
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
            Supported supported =
                    new Supported(titles, said, head.meant(), termWords, new int[] {head.first()}, NOTHING);
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
        if (!said.touches(category.vocabulary()) || WHOLE.contains(release.codeAt(node))) {
            return node;
        }
        int[] own = affirmedOf(termWords, titles.reading(node).denied());
        int[] repeated = WordNumbers.common(own, category.words());
        int[] kept = WordNumbers.union(titles.reading(concept(node, own)).needed(), repeated);
        return best(node, category.leaves(), supported(node, said, own, kept), Supported.ENOUGH);
    }

    private Supported supported(int node, SaidWords said, int[] own, int[] kept) {
        int[] known = known(node, own);
        return new Supported(titles, said, known, own, kept, WordNumbers.without(known, titles.of(node)));
    }

    /** Where the mention's code leaves open what the mention says, the mention's words count as more than the code. */
    private int[] known(int node, int[] own) {
        return SameConcept.isUnspecified(release.titleAt(node))
                ? titles.of(node)
                : WordNumbers.union(titles.of(node), own);
    }

    /** The term of "migraine without aura" carries a word that the title denies. */
    static int[] affirmedOf(int[] termWords, int[][] denied) {
        int[] affirmed = termWords;
        for (int[] words : denied) {
            affirmed = WordNumbers.without(affirmed, words);
        }
        return affirmed;
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

    private int rank(int leaf) {
        return Defaults.rank(release.titleAt(leaf), release.codeAt(leaf), 0);
    }

    private boolean isUnder(int above, int leaf) {
        return release.codeAt(leaf).startsWith(release.codeAt(above));
    }

    /** The highest ancestor whose title says no more than the mention does. */
    private int concept(int node, int[] termWords) {
        int[] known = WordNumbers.union(titles.of(node), termWords);
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
}
