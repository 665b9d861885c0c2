package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decides which drafts a coder would report (Official Guidelines III, IV.J) and how sure that is. Immutable. */
final class Reportability {

    private static final double REPORT = 0.25;
    private static final double ASSESSED = 0.6;
    private static final double MENTION = 0.26;

    private final Features features;
    private final LinearModel report = LinearModel.load("report-weights.tsv");
    private final LinearModel mention = LinearModel.load("mention-weights.tsv");

    Reportability(Icd10Cm release) {
        this.features = new Features(release);
    }

    Map<String, Double> features(Draft draft, Collection<Draft> all, CodingInput input) {
        return features.of(draft, all, input);
    }

    /**
     * What heads a problem in the assessment is what the visit was about (IV.G, IV.J): reported whatever the model has
     * learned, a symptom only where no diagnosis stands beside it (IV.D).
     */
    private static boolean isAssessedProblem(Draft draft, Collection<Draft> all) {
        if (!isHead(draft) || "VWXYZ".indexOf(draft.code().charAt(0)) >= 0) {
            return false;
        }
        return !draft.isSymptom() || all.stream().noneMatch(d -> isHead(d) && !d.isSymptom());
    }

    private static boolean isHead(Draft draft) {
        return draft.mentions().stream()
                .anyMatch(m -> m.problemLine() && m.ruleId().isEmpty());
    }

    record Scored(Draft draft, double probability) {}

    List<Scored> select(Collection<Draft> drafts, CodingInput input, Rejections rejections) {
        List<Scored> selected = new ArrayList<>();
        LinearModel model = input.allMentions() ? mention : report;
        double threshold = input.allMentions() ? MENTION : REPORT;
        for (Draft draft : drafts) {
            double probability = model.probability(features.of(draft, drafts, input));
            if (!input.allMentions() && isAssessedProblem(draft, drafts)) {
                probability = Math.max(probability, ASSESSED);
            }
            if (probability >= threshold) {
                selected.add(new Scored(draft, probability));
            } else {
                rejections.draft(draft, "NOT-REPORTABLE");
            }
        }
        selected.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return selected;
    }
}
