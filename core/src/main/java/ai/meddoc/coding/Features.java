package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.DocumentType;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the models know of a draft: where, how often and how surely its words stand in the text. Stateless. */
public final class Features {

    private final Icd10Cm release;

    Features(Icd10Cm release) {
        this.release = release;
    }

    /** @param all every draft of the document, this one among them */
    Map<String, Double> of(Draft draft, Collection<Draft> all, CodingInput input) {
        Map<String, Double> f = new LinkedHashMap<>();
        for (CodedMention m : draft.mentions()) {
            f.put("section:" + m.section(), 1.0);
            if (m.problemLine()) {
                f.put("problem-line", 1.0);
            }
            if (m.mention().isLearned()) {
                ofLearned(m.mention(), f);
            } else {
                ofMention(m, f);
                if (input.allMentions()) {
                    f.put("term:" + m.mention().term().phrase().toLowerCase(Locale.ROOT), 1.0);
                }
            }
        }
        if (draft.mentions().stream().allMatch(m -> m.assertion().temporality() == Assertion.Temporality.HISTORICAL)) {
            f.put("historical", 1.0);
        }
        if (draft.mentions().stream().allMatch(m -> m.assertion().presence() == Assertion.Presence.POSSIBLE)) {
            f.put("possible", 1.0);
        }
        long indexed =
                draft.mentions().stream().filter(m -> !m.mention().isLearned()).count();
        if (draft.mentions().stream()
                        .allMatch(m -> m.mention().nested() || m.mention().isLearned())
                && indexed > 0) {
            f.put("nested", 1.0);
        }
        f.put(indexed == 0 ? "learned-only" : "count", indexed == 0 ? 1.0 : Math.log(indexed));
        ofCode(draft, f);
        ofDocument(draft, all, input, f);
        return f;
    }

    private static void ofMention(CodedMention coded, Map<String, Double> f) {
        Mention m = coded.mention();
        f.merge("words", (double) Math.min(4, m.words().size()), Math::max);
        f.put("source:" + m.term().source(), 1.0);
        if (m.gap() > 0) {
            f.put("gap", 1.0);
        }
        if (m.term().abbreviation()) {
            f.put("abbreviation", 1.0);
        }
        if (m.term().ambiguous()) {
            f.put("ambiguous", 1.0);
        }
    }

    private static void ofLearned(Mention m, Map<String, Double> f) {
        f.put("learned", 1.0);
        f.merge("learned-share", m.share(), Math::max);
        f.merge("learned-share-squared", m.share() * m.share(), Math::max);
    }

    private void ofCode(Draft draft, Map<String, Double> f) {
        f.put("chapter:" + draft.code().charAt(0), 1.0);
        f.put("category:" + draft.category(), 1.0);
        f.put("code:" + draft.code(), 1.0);
        String title = release.titleAt(draft.node()).toLowerCase(Locale.ROOT);
        if (title.contains("unspecified")) {
            f.put("unspecified", 1.0);
        }
        if (title.startsWith("other")) {
            f.put("other", 1.0);
        }
        for (String rule : draft.ruleIds()) {
            f.put("rule:" + rule, 1.0);
        }
    }

    private static void ofDocument(Draft draft, Collection<Draft> all, CodingInput input, Map<String, Double> f) {
        f.put("type:" + input.type().name(), 1.0);
        boolean heads = all.stream().flatMap(d -> d.mentions().stream()).anyMatch(CodedMention::problemLine);
        boolean assessed = all.stream().anyMatch(d -> d.mentions().stream().anyMatch(m -> isAssessed(m.section())));
        if (heads) {
            f.put("document-has-problem-lines", 1.0);
        }
        if (assessed) {
            f.put("document-has-assessment", 1.0);
        }
        boolean own = draft.mentions().stream().anyMatch(m -> isAssessed(m.section()));
        if (assessed && !own) {
            f.put("not-assessed", 1.0);
        }
        if (draft.isSymptom()
                && all.stream()
                        .anyMatch(d -> !d.isSymptom()
                                && d.code().charAt(0) < 'V'
                                && d.mentions().stream().anyMatch(m -> isAssessed(m.section())))) {
            f.put("symptom-beside-diagnosis", 1.0);
        }
        if (input.type() == DocumentType.X_RAY || input.type() == DocumentType.CT) {
            f.put("radiology:" + (own ? "impression" : "elsewhere"), 1.0);
        }
    }

    static boolean isAssessed(SectionKind kind) {
        return switch (kind) {
            case ASSESSMENT,
                    PLAN,
                    ASSESSMENT_AND_PLAN,
                    DIAGNOSES,
                    DISCHARGE_DIAGNOSES,
                    POSTOPERATIVE_DIAGNOSIS,
                    IMPRESSION -> true;
            default -> false;
        };
    }
}
