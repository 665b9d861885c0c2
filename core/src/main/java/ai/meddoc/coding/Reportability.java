package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides which drafts a coder would report (Official Guidelines III, IV.J) and how sure that is. Immutable. */
final class Reportability {

    /** Chosen by cross-validation, as the weights are. */
    private static final double REPORT = 0.32;

    /** A drug that is taken is reported by some and not by others: only where it is plain. */
    private static final double DRUG_USE = 0.5;

    /** How an injury came about is reported where it is told (I.C.20.a.2). */
    private static final double CAUSE = 0.22;

    private static final double MENTION = 0.26;

    private static final double UNEXPLAINED = 0.5;

    /** How sure a companion is, of how sure its diagnosis is. */
    private static final double COMPANION = 0.8;

    private final Features mentionFeatures;
    private final ReportFeatures reportFeatures;
    private final LinearModel report = LinearModel.load("report-weights.tsv");
    private final LinearModel mention = LinearModel.load("mention-weights.tsv");

    private final List<CodingRule> companions;

    Reportability(Icd10Cm release, RuleBook rules) {
        this.companions = rules.companions();
        this.mentionFeatures = new Features(release);
        this.reportFeatures = new ReportFeatures(release);
    }

    record Scored(Draft draft, double probability) {}

    /** What the model in question knows of each draft, in the drafts' order. */
    List<Map<String, Double>> features(Collection<Draft> drafts, CodingInput input) {
        if (input.allMentions()) {
            return drafts.stream()
                    .map(draft -> mentionFeatures.of(draft, drafts, input))
                    .toList();
        }
        ReportFeatures.Surroundings around = ReportFeatures.Surroundings.of(drafts);
        return drafts.stream()
                .map(draft -> reportFeatures.of(draft, around, input))
                .toList();
    }

    List<Scored> select(Collection<Draft> drafts, CodingInput input, Rejections rejections) {
        List<Scored> selected = new ArrayList<>();
        List<Scored> rest = new ArrayList<>();
        LinearModel model = input.allMentions() ? mention : report;
        Iterator<Map<String, Double>> features = features(drafts, input).iterator();
        for (Draft draft : drafts) {
            double probability = model.probability(features.next());
            boolean alone = !input.allMentions() && isUnexplained(draft, drafts);
            Scored scored = new Scored(draft, alone ? Math.max(UNEXPLAINED, probability) : probability);
            (scored.probability() >= threshold(draft, input) ? selected : rest).add(scored);
        }
        for (Scored scored : rest) {
            Optional<Scored> leader = input.allMentions() ? Optional.empty() : leader(scored.draft(), selected);
            if (leader.isPresent()) {
                double least = COMPANION * leader.get().probability();
                selected.add(new Scored(scored.draft(), Math.max(least, scored.probability())));
            } else {
                rejections.draft(scored.draft(), "NOT-REPORTABLE");
            }
        }
        selected.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return selected;
    }

    /** A symptom that heads the assessment, with no diagnosis beside it, is what is coded (IV.D). */
    private static boolean isUnexplained(Draft draft, Collection<Draft> drafts) {
        return draft.isSymptom()
                && draft.mentions().stream().anyMatch(CodedMention::problemLine)
                && ReportFeatures.Surroundings.of(drafts).diagnosed().isEmpty();
    }

    private static double threshold(Draft draft, CodingInput input) {
        if (input.allMentions()) {
            return MENTION;
        }
        CodeKind kind = CodeKind.of(draft.code());
        return kind == CodeKind.DRUG_USE ? DRUG_USE : kind.isExternal() ? CAUSE : REPORT;
    }

    /** The surest of the reported codes that a companion goes with. */
    private Optional<Scored> leader(Draft draft, List<Scored> selected) {
        return companions.stream()
                .filter(rule -> rule.isAbout(draft.code()))
                .flatMap(rule -> selected.stream()
                        .filter(s -> rule.second().stream()
                                .anyMatch(group ->
                                        CodingRule.anyMatches(group, s.draft().code()))))
                .max(Comparator.comparingDouble(Scored::probability));
    }
}
