package ai.meddoc.server.review;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where coders and the engine agree, over the finished reviews of a tenant.
 *
 * @param reviews how many documents were reviewed to the end
 */
public record Agreement(long reviews, List<Share> rules, List<Share> categories) {

    /**
     * How often coders decided in which way. The shares are of the engine's codes and add up to 1.
     *
     * @param subject a rule's id or a category
     * @param title of a category; empty for a rule
     * @param acceptedShare null, as the other shares, where the engine gave no code
     * @param added how many codes the engine missed
     * @param refused how many codes a rule refused, and the coder did not mind
     * @param restored how many codes a rule refused, and the coder overruled it
     */
    public record Share(
            String subject,
            String title,
            int accepted,
            int amended,
            int rejected,
            int added,
            int refused,
            int restored,
            @Nullable Double acceptedShare,
            @Nullable Double amendedShare,
            @Nullable Double rejectedShare) {

        private int disagreements() {
            return amended + rejected + added + restored;
        }
    }

    static Agreement of(long reviews, List<Outcome> outcomes, Icd10Cm release) {
        return new Agreement(
                reviews,
                shares(outcomes, Outcome.Kind.RULE, release),
                shares(outcomes, Outcome.Kind.CATEGORY, release));
    }

    /** Where most is disagreed on comes first. */
    private static List<Share> shares(List<Outcome> outcomes, Outcome.Kind kind, Icd10Cm release) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        outcomes.stream()
                .filter(outcome -> outcome.kind() == kind)
                .forEach(outcome -> counts.computeIfAbsent(outcome.subject(), subject -> new TreeMap<>())
                        .merge(outcome.verdict(), outcome.amount(), Integer::sum));
        List<Share> shares = new ArrayList<>();
        counts.forEach((subject, verdicts) -> shares.add(share(
                subject,
                kind == Outcome.Kind.RULE
                        ? ""
                        : release.find(subject).map(Icd10CmCode::title).orElse(""),
                verdicts)));
        shares.sort(Comparator.comparing(Share::disagreements).reversed());
        return shares;
    }

    private static Share share(String subject, String title, Map<String, Integer> verdicts) {
        int accepted = count(verdicts, Verdict.ACCEPTED);
        int amended = count(verdicts, Verdict.AMENDED);
        int rejected = count(verdicts, Verdict.REJECTED);
        int given = accepted + amended + rejected;
        return new Share(
                subject,
                title,
                accepted,
                amended,
                rejected,
                count(verdicts, Verdict.ADDED),
                count(verdicts, Verdict.REFUSED),
                count(verdicts, Verdict.RESTORED),
                part(accepted, given),
                part(amended, given),
                part(rejected, given));
    }

    private static int count(Map<String, Integer> verdicts, Verdict verdict) {
        return verdicts.getOrDefault(verdict.wireName(), 0);
    }

    private static @Nullable Double part(int some, int all) {
        return all == 0 ? null : (double) some / all;
    }
}
