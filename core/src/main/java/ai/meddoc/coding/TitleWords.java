package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Vocabulary;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The words of each title that tell it apart: stop words and the words that say nothing ("unspecified", "other") left
 * out. Read on first use of a title and kept. Thread-safe.
 */
final class TitleWords {

    /** Words that a note need not say for the title to hold. */
    static final Set<String> SILENT = Set.of(
            "unspecified",
            "other",
            "specified",
            "uncomplicated",
            "essential",
            "type",
            "complication",
            "disorder",
            "disease",
            "syndrome",
            "part",
            "site",
            "region",
            "nos",
            "nec",
            "single",
            "episode",
            "closed",
            "initial",
            "encounter",
            "organism",
            "classified",
            "elsewhere",
            "condition",
            "manifestation",
            "status",
            "native",
            "degree",
            "form",
            "mellitus",
            "not",
            "without",
            "nonpressure",
            "noninfective",
            "limb",
            "current",
            "nontraumatic",
            "initially",
            "acquired",
            "joint",
            "body",
            "subsequent",
            "stage",
            "displaced",
            "simple",
            "female",
            "achieved",
            "having",
            "mention",
            "complicating",
            "person",
            "one",
            "fetus");

    /** A word that so large a part of the siblings share goes without saying. */
    private static final double SHARED = 0.7;

    private static final int FEW = 4;

    private final Icd10Cm release;
    private final CodeTree tree;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<TitleReading> cache;

    TitleWords(CodeTree tree, Vocabulary vocabulary) {
        this.release = tree.release();
        this.tree = tree;
        this.vocabulary = vocabulary;
        this.cache = new AtomicReferenceArray<>(release.size());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    CodeTree tree() {
        return tree;
    }

    /** Words outside the vocabulary count as {@link Vocabulary#UNKNOWN}. */
    TitleReading reading(int node) {
        TitleReading known = cache.get(node);
        if (known == null) {
            TitleReading read = TitleReader.read(release.titleAt(node), vocabulary);
            known = new TitleReading(read.all(), told(node, read.needed()), read.either(), read.denied(), read.other());
            cache.set(node, known);
        }
        return known;
    }

    /** Sorted numbers of the title's telling words, without those that it denies. */
    int[] of(int node) {
        return reading(node).all();
    }

    /** "hand" in each title of the metacarpal bones tells none of them apart, and their heading does without it. */
    private int[] told(int node, int[] needed) {
        int parent = release.parentAt(node);
        int[] siblings = parent < 0 ? new int[0] : tree.childrenOf(parent);
        if (siblings.length < 2 || needed.length == 0) {
            return needed;
        }
        int[][] titles = Arrays.stream(siblings)
                .mapToObj(sibling ->
                        TitleReader.read(release.titleAt(sibling), vocabulary).all())
                .toArray(int[][]::new);
        int[] above = TitleReader.read(release.titleAt(parent), vocabulary).all();
        return Arrays.stream(needed)
                .filter(word -> Arrays.binarySearch(above, word) >= 0
                        || share(word, titles) < (siblings.length < FEW ? 1 : SHARED))
                .toArray();
    }

    private static double share(int word, int[][] titles) {
        long with = Arrays.stream(titles)
                .filter(title -> Arrays.binarySearch(title, word) >= 0)
                .count();
        return (double) with / titles.length;
    }

    /** The words of {@code node} that {@code known} lacks. */
    int[] residual(int node, int[] known) {
        return Arrays.stream(of(node))
                .filter(word -> Arrays.binarySearch(known, word) < 0)
                .toArray();
    }

    /** Whether every telling word of {@code node} is among {@code known}. */
    boolean impliedBy(int node, int[] known) {
        for (int word : of(node)) {
            if (Arrays.binarySearch(known, word) < 0) {
                return false;
            }
        }
        return true;
    }
}
