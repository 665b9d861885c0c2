package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** What stands under each category, gathered on first use and kept. Thread-safe. */
final class CategoryCodes {

    /** The length of a code with its 7th character and dot. */
    private static final int WHOLE = 8;

    private final Icd10Cm release;
    private final CodeTree tree;
    private final TitleWords titles;
    private final AtomicReferenceArray<Content> cache;

    /**
     * @param leaves the codes without children other than 7th characters
     * @param vocabulary sorted words that the titles of the leaves ask for or deny
     * @param words sorted telling words of all titles
     */
    record Content(int[] leaves, int[] vocabulary, int[] words) {
        @Override
        public String toString() {
            return "Content[" + leaves.length + " codes]";
        }
    }

    CategoryCodes(TitleWords titles) {
        this.titles = titles;
        this.tree = titles.tree();
        this.release = tree.release();
        this.cache = new AtomicReferenceArray<>(release.size());
    }

    /** The category, or other node without a parent that is a code, above a node. */
    int categoryOf(int node) {
        return categoryOf(release, node);
    }

    static int categoryOf(Icd10Cm release, int node) {
        int at = node;
        while (release.codeAt(at).length() > 3 && release.parentAt(at) >= 0) {
            at = release.parentAt(at);
        }
        return at;
    }

    Content under(int category) {
        Content known = cache.get(category);
        if (known == null) {
            known = gather(category);
            cache.set(category, known);
        }
        return known;
    }

    private Content gather(int category) {
        IntStream.Builder leaves = IntStream.builder();
        collect(category, leaves);
        int[] codes = leaves.build().toArray();
        IntStream.Builder vocabulary = IntStream.builder();
        IntStream.Builder words = IntStream.builder();
        for (int code : codes) {
            TitleReading title = titles.reading(code);
            Arrays.stream(title.needed()).forEach(vocabulary);
            Arrays.stream(title.either()).flatMapToInt(Arrays::stream).forEach(vocabulary);
            Arrays.stream(title.denied()).flatMapToInt(Arrays::stream).forEach(vocabulary);
            Arrays.stream(title.all()).forEach(words);
        }
        return new Content(codes, sorted(vocabulary), sorted(words));
    }

    private static int[] sorted(IntStream.Builder words) {
        return words.build().filter(word -> word >= 0).sorted().distinct().toArray();
    }

    private void collect(int node, IntStream.Builder leaves) {
        int[] children = tree.childrenOf(node);
        if (children.length == 0 || release.codeAt(children[0]).length() == WHOLE) {
            leaves.add(node);
            return;
        }
        for (int child : children) {
            collect(child, leaves);
        }
    }
}
