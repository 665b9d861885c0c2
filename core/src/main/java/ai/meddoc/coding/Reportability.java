package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.DocumentType;
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

    /**
     * Chosen by cross-validation, as the weights are: notes do as well from 0.36 to 0.44, and the precise end of that is what
     * a coder who has to read all of it prefers; what other papers report is best at 0.30 to 0.36.
     */
    private static final double NOTE = 0.40;

    private static final double REPORT = 0.34;

    /** How an injury came about is reported where it is told (I.C.20.a.2). */
    private static final double CAUSE = 0.16;

    private static final double MENTION = 0.26;

    private static final double UNEXPLAINED = 0.5;

    /** How likely what stands alone has to be. */
    private static final double REASON = 0.1;

    /** Sentences of a text that is no document. */
    private static final int FEW = 3;

    /** What the provider wrote as a code is reported (I.A.19). */
    private static final double PRINTED = 0.9;

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
        return reportFeatures.of(drafts, input);
    }

    List<Scored> select(Collection<Draft> drafts, CodingInput input, Rejections rejections) {
        List<Scored> selected = new ArrayList<>();
        List<Scored> rest = new ArrayList<>();
        LinearModel model = input.allMentions() ? mention : report;
        Iterator<Map<String, Double>> features = features(drafts, input).iterator();
        for (Draft draft : drafts) {
            double probability = model.probability(features.next());
            double least = input.allMentions() ? 0 : least(draft, drafts, input);
            Scored scored = new Scored(draft, Math.max(least, probability));
            (scored.probability() >= threshold(draft, input) ? selected : rest).add(scored);
        }
        reason(selected, rest, input).ifPresent(scored -> {
            rest.remove(scored);
            selected.add(new Scored(scored.draft(), Math.max(NOTE, scored.probability())));
        });
        for (Scored scored : rest) {
            Optional<Scored> leader = input.allMentions() ? Optional.empty() : leader(scored.draft(), selected);
            if (leader.isPresent()) {
                double least = COMPANION * leader.get().probability();
                selected.add(new Scored(scored.draft(), Math.max(least, scored.probability())));
            } else if (!input.allMentions() && Prompted.isReported(scored.draft(), drafts(selected), input)) {
                selected.add(new Scored(scored.draft(), Math.max(UNEXPLAINED, scored.probability())));
            } else {
                rejections.draft(scored.draft(), "NOT-REPORTABLE");
            }
        }
        selected.sort((a, b) -> Double.compare(b.probability(), a.probability()));
        return selected;
    }

    /** How sure a code is, whatever the model thinks of it. */
    private static double least(Draft draft, Collection<Draft> drafts, CodingInput input) {
        if (draft.ruleIds().contains(PrintedCodes.RULE)) {
            return PRINTED;
        }
        return isUnexplained(draft, drafts) || isHeading(draft) || isAsked(draft, input) ? UNEXPLAINED : 0;
    }

    /** A confirmed disease or injury that a line of the assessment begins with is what the visit was about (IV.G). */
    private static boolean isHeading(Draft draft) {
        return CodeKind.of(draft.code()).isDiagnosis()
                && Zone.of(draft) == Zone.HEAD
                && draft.mentions().stream().anyMatch(ReportFeatures::leads)
                && isConfirmed(draft);
    }

    /** A text of a few sentences is no document: somebody asks what they are coded as. */
    private static boolean isAsked(Draft draft, CodingInput input) {
        return isShort(input) && CodeKind.of(draft.code()).isDiagnosis() && isConfirmed(draft);
    }

    private static boolean isShort(CodingInput input) {
        return (input.type() == DocumentType.OTHER || input.type() == DocumentType.CLINICAL_NOTE)
                && input.words().sentences() <= FEW;
    }

    private static boolean isConfirmed(Draft draft) {
        return draft.mentions().stream().anyMatch(Reportability::isConfirmed);
    }

    private static boolean isConfirmed(CodedMention m) {
        return m.assertion().presence() == Assertion.Presence.PRESENT
                && m.assertion().temporality() == Assertion.Temporality.CURRENT;
    }

    /** A symptom that heads the assessment, with no diagnosis beside it, is what is coded (IV.D). */
    private static boolean isUnexplained(Draft draft, Collection<Draft> drafts) {
        return draft.isSymptom()
                && draft.mentions().stream().anyMatch(CodedMention::problemLine)
                && Surroundings.of(PlacedDraft.all(drafts)).diagnosed().isEmpty();
    }

    /**
     * A visit has a reason (IV.A, IV.G): where nothing else would be reported, what the provider's words most likely name
     * as it.
     */
    private static Optional<Scored> reason(List<Scored> selected, List<Scored> rest, CodingInput input) {
        boolean visit = input.type() == DocumentType.CLINICAL_NOTE || isShort(input);
        boolean told =
                selected.stream().anyMatch(s -> !CodeKind.of(s.draft().code()).isExternal());
        if (input.allMentions() || !visit || told) {
            return Optional.empty();
        }
        return rest.stream()
                .filter(s -> s.probability() >= REASON && mayBeReason(s.draft()))
                .max(Comparator.comparingDouble(Scored::probability));
    }

    private static boolean mayBeReason(Draft draft) {
        CodeKind kind = CodeKind.of(draft.code());
        return (kind.isDiagnosis() || kind == CodeKind.SYMPTOM)
                && Zone.of(draft).ordinal() <= Zone.UNKNOWN.ordinal()
                && isConfirmed(draft);
    }

    private static List<Draft> drafts(List<Scored> scored) {
        return scored.stream().map(Scored::draft).toList();
    }

    private static double threshold(Draft draft, CodingInput input) {
        if (input.allMentions()) {
            return MENTION;
        }
        if (CodeKind.of(draft.code()).isExternal()) {
            return CAUSE;
        }
        return input.type() == DocumentType.CLINICAL_NOTE ? NOTE : REPORT;
    }

    /** The surest of the reported codes that a companion goes with. */
    private Optional<Scored> leader(Draft draft, List<Scored> selected) {
        return companions.stream()
                .filter(rule -> rule.isAbout(draft.code()))
                .flatMap(rule -> selected.stream()
                        .filter(s -> rule.second().stream()
                                .anyMatch(group -> group.has(s.draft().code()))))
                .max(Comparator.comparingDouble(Scored::probability));
    }
}
