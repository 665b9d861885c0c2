package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * What tells whether a coder reports a code: what kind of code it is, where in the document it stands, what is said of
 * it, and what stands beside it (Official Guidelines II, III, IV). Immutable; thread-safe.
 */
final class ReportFeatures {

    private final TitleCues titles;

    ReportFeatures(Icd10Cm release) {
        this.titles = new TitleCues(release);
    }

    /** The features of each draft of a document, in the drafts' order. */
    List<Map<String, Double>> of(Collection<Draft> drafts, CodingInput input) {
        List<PlacedDraft> placed = PlacedDraft.all(drafts);
        Surroundings around = Surroundings.of(placed);
        DocumentShape shape = new DocumentShape(placed, input);
        SentenceCues cues = new SentenceCues(input, titles);
        Rivals rivals = new Rivals(placed);
        return placed.stream()
                .map(p -> {
                    FeatureMap f = new FeatureMap();
                    f.set("kind:" + p.kind());
                    f.set("zone:" + p.zone());
                    f.set("kind:" + p.kind() + "|zone:" + p.zone().coarse());
                    ofMentions(p, f);
                    around.describe(p, f);
                    ofDocument(p, input, f);
                    ofCode(p, f);
                    cues.describe(p, f);
                    shape.describe(p, f);
                    rivals.describe(p, f);
                    return f.values();
                })
                .toList();
    }

    private static void ofMentions(PlacedDraft placed, FeatureMap f) {
        List<CodedMention> mentions = placed.draft().mentions();
        EnumSet<SectionKind> sections = EnumSet.noneOf(SectionKind.class);
        int words = 1;
        for (CodedMention m : mentions) {
            sections.add(m.section());
            words = Math.max(words, m.mention().words().size());
        }
        f.put("count", Math.log(mentions.size()));
        f.put("sections", Math.log(sections.size()));
        f.put("words", Math.log(words));
        f.setIf(mentions.stream().allMatch(m -> m.mention().term().ambiguous()), "ambiguous");
        f.setIf(mentions.stream().allMatch(m -> m.mention().term().abbreviation()), "abbreviation");
        boolean historical =
                mentions.stream().allMatch(m -> m.assertion().temporality() == Assertion.Temporality.HISTORICAL);
        f.setIf(historical, "historical");
        f.setIf(historical, "historical|kind:" + placed.kind());
        f.setIf(mentions.stream().allMatch(m -> m.assertion().presence() == Assertion.Presence.POSSIBLE), "possible");
        f.setIf(placed.zone() == Zone.HEAD && mentions.stream().anyMatch(ReportFeatures::leads), "leads");
    }

    static boolean leads(CodedMention m) {
        return m.problem() == ProblemPlace.LEADING;
    }

    private static void ofDocument(PlacedDraft placed, CodingInput input, FeatureMap f) {
        String family = family(input.type());
        f.set("type:" + family + "|zone:" + placed.zone().coarse());
        f.set("type:" + family + "|kind:" + placed.kind());
        boolean inpatient = input.encounterClass() == EncounterClass.INPATIENT;
        f.setIf(inpatient, "inpatient|zone:" + placed.zone().coarse());
        f.setIf(inpatient, "inpatient|kind:" + placed.kind());
    }

    private static String family(DocumentType type) {
        return switch (type) {
            case X_RAY, CT -> "RADIOLOGY";
            case COMPLETE_BLOOD_COUNT, BASIC_METABOLIC_PANEL -> "LABORATORY";
            case CLINICAL_NOTE -> "NOTE";
            case OTHER -> "OTHER";
        };
    }

    private void ofCode(PlacedDraft placed, FeatureMap f) {
        Draft draft = placed.draft();
        TitleCues.Title title = titles.of(draft.node());
        boolean unspecified = title.unspecified() && draft.code().length() > 4;
        f.setIf(unspecified, "unspecified");
        f.setIf(unspecified, "unspecified|zone:" + placed.zone().coarse());
        f.setIf(title.other(), "other");
        draft.ruleIds().forEach(rule -> f.set("rule:" + rule));
        f.set("chapter:" + draft.code().charAt(0));
        f.set("category:" + draft.category());
        f.setIf(draft.code().charAt(0) == 'Z', "code:" + draft.code());
    }
}
