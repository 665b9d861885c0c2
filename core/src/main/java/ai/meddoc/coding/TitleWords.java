package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The words of each title that tell it apart: stop words and the words that say nothing ("unspecified", "other") left
 * out. Computed on first use of a title and kept. Thread-safe.
 */
final class TitleWords {

    /** Words that a note need not say for the title to hold. */
    private static final Set<String> SILENT = Set.of(
            "unspecified",
            "other",
            "specified",
            "uncomplicated",
            "primary",
            "essential",
            "idiopathic",
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
            "intractable",
            "status",
            "native",
            "level",
            "degree",
            "form",
            "unilateral",
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
            "involvement",
            "joint",
            "body",
            "subsequent",
            "stage",
            "fetus");

    private final Icd10Cm release;
    private final Vocabulary vocabulary;
    private final AtomicReferenceArray<int[]> cache;

    TitleWords(Icd10Cm release, Vocabulary vocabulary) {
        this.release = release;
        this.vocabulary = vocabulary;
        this.cache = new AtomicReferenceArray<>(release.size());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** Sorted numbers of the words a note has to say; words outside the vocabulary count as {@link Vocabulary#UNKNOWN}. */
    int[] of(int node) {
        int[] known = cache.get(node);
        if (known == null) {
            known = compute(release.titleAt(node));
            cache.set(node, known);
        }
        return known;
    }

    private int[] compute(String title) {
        String bare = withoutBrackets(title);
        return TermIndex.wordsIn(bare).stream()
                .map(WordForms::fold)
                .filter(word -> !SILENT.contains(word))
                .mapToInt(vocabulary::numberOf)
                .filter(number -> number != Vocabulary.STOP)
                .distinct()
                .sorted()
                .toArray();
    }

    private static String withoutBrackets(String title) {
        StringBuilder kept = new StringBuilder(title.length());
        int depth = 0;
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            depth += c == '(' || c == '[' ? 1 : 0;
            if (depth == 0) {
                kept.append(c);
            }
            depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
        }
        return kept.toString();
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
