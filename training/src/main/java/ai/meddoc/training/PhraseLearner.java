package ai.meddoc.training;

import ai.meddoc.mention.LearnedPhrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Learns which phrases coders give a code: those whose documents have the code far more often than chance, the surest
 * first, and further ones of the same code only for documents that the surer ones leave unexplained. Deterministic.
 */
final class PhraseLearner {

    /** Fewer documents prove nothing. */
    private static final int FEWEST = 3;

    /** Of documents that no surer phrase explains. */
    private static final int FEWEST_NEW = 2;

    private static final double LEAST_SHARE = 0.4;
    private static final double LEAST_LIFT = 3;
    /** How unlikely by chance, as a power of ten. */
    private static final double SIGNIFICANCE = -5;

    private final List<PhraseDocument> documents;
    private final Map<String, Set<Integer>> byPhrase = new TreeMap<>();
    private final Map<String, Set<Integer>> byCode = new TreeMap<>();

    private PhraseLearner(List<PhraseDocument> documents, Predicate<String> known) {
        this.documents = documents;
        for (int d = 0; d < documents.size(); d++) {
            for (String phrase : documents.get(d).phrases()) {
                byPhrase.computeIfAbsent(phrase, p -> new TreeSet<>()).add(d);
            }
            for (String code : documents.get(d).codes()) {
                if (known.test(code)) {
                    byCode.computeIfAbsent(code, c -> new TreeSet<>()).add(d);
                }
            }
        }
        byPhrase.values().removeIf(with -> with.size() < FEWEST);
        byCode.values().removeIf(with -> with.size() < FEWEST);
    }

    /** @param known whether a code can be billed in the release in force */
    static List<LearnedPhrase> learn(List<PhraseDocument> documents, Predicate<String> known) {
        PhraseLearner learner = new PhraseLearner(documents, known);
        List<LearnedPhrase> all = new ArrayList<>();
        learner.byCode.forEach((code, coded) -> all.addAll(learner.ofCode(code, coded)));
        return all;
    }

    private List<LearnedPhrase> ofCode(String code, Set<Integer> coded) {
        Map<String, Integer> together = new TreeMap<>();
        for (int d : coded) {
            for (String phrase : documents.get(d).phrases()) {
                if (byPhrase.containsKey(phrase)) {
                    together.merge(phrase, 1, Integer::sum);
                }
            }
        }
        List<LearnedPhrase> candidates = new ArrayList<>();
        together.forEach((phrase, both) -> {
            LearnedPhrase candidate =
                    new LearnedPhrase(phrase, code, both, with(phrase).size());
            if (isSure(candidate, coded.size())) {
                candidates.add(candidate);
            }
        });
        return covering(candidates, coded);
    }

    private Set<Integer> with(String phrase) {
        return byPhrase.getOrDefault(phrase, Set.of());
    }

    private boolean isSure(LearnedPhrase candidate, int coded) {
        double base = (double) coded / documents.size();
        return candidate.coded() >= FEWEST
                && candidate.share() >= LEAST_SHARE
                && candidate.share() >= LEAST_LIFT * base
                && Binomial.logTail(candidate.coded(), candidate.documents(), base) <= SIGNIFICANCE;
    }

    private List<LearnedPhrase> covering(List<LearnedPhrase> candidates, Set<Integer> coded) {
        candidates.sort(Comparator.comparingDouble(LearnedPhrase::share)
                .thenComparingInt(LearnedPhrase::coded)
                .reversed()
                .thenComparingInt(c -> words(c.phrase()))
                .thenComparing(LearnedPhrase::phrase));
        Set<Integer> explained = new HashSet<>();
        List<LearnedPhrase> kept = new ArrayList<>();
        for (LearnedPhrase candidate : candidates) {
            Set<Integer> fresh = new TreeSet<>(with(candidate.phrase()));
            fresh.removeAll(explained);
            long right = fresh.stream().filter(coded::contains).count();
            if (right >= FEWEST_NEW && right >= LEAST_SHARE * fresh.size()) {
                kept.add(candidate);
                explained.addAll(fresh);
            }
        }
        return kept;
    }

    private static int words(String phrase) {
        return phrase.split(" ").length;
    }
}
