package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.document.DocumentType;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What tells whether a coder reports a code: what kind of code it is, where in the document it stands, and what stands
 * beside it (Official Guidelines II, III, IV). Immutable; thread-safe.
 */
final class ReportFeatures {

    private final Icd10Cm release;

    ReportFeatures(Icd10Cm release) {
        this.release = release;
    }

    /** What the other drafts of a document say of each one; made once per document. */
    record Surroundings(
            boolean assessed, boolean headed, boolean injury, Set<String> diagnosed, Set<String> assessedIn) {

        static Surroundings of(Collection<Draft> drafts) {
            boolean assessed = false;
            boolean headed = false;
            boolean injury = false;
            Set<String> diagnosed = new HashSet<>();
            Set<String> categories = new HashSet<>();
            for (Draft draft : drafts) {
                Zone zone = Zone.of(draft);
                boolean there = zone == Zone.HEAD || zone == Zone.ASSESSED;
                assessed |= there;
                headed |= zone == Zone.HEAD;
                CodeKind kind = CodeKind.of(draft.code());
                injury |= kind == CodeKind.INJURY;
                if (there) {
                    categories.add(draft.category());
                    if (kind == CodeKind.DISEASE || kind == CodeKind.INJURY) {
                        diagnosed.add(draft.code());
                    }
                }
            }
            return new Surroundings(assessed, headed, injury, diagnosed, categories);
        }
    }

    Map<String, Double> of(Draft draft, Surroundings around, CodingInput input) {
        Map<String, Double> f = new LinkedHashMap<>();
        CodeKind kind = CodeKind.of(draft.code());
        Zone zone = Zone.of(draft);
        set(f, "kind:" + kind);
        set(f, "zone:" + zone);
        set(f, "kind:" + kind + "|zone:" + zone.coarse());
        ofPlace(draft, kind, zone, f);
        ofSurroundings(draft, kind, zone, around, f);
        ofDocument(kind, zone, around, input, f);
        ofCode(draft, f);
        return f;
    }

    private static void set(Map<String, Double> f, String name) {
        f.put(name, 1.0);
    }

    private static void ofPlace(Draft draft, CodeKind kind, Zone zone, Map<String, Double> f) {
        EnumSet<SectionKind> sections = EnumSet.noneOf(SectionKind.class);
        boolean ambiguous = true;
        boolean abbreviated = true;
        int words = 0;
        for (CodedMention m : draft.mentions()) {
            sections.add(m.section());
            ambiguous &= m.mention().term().ambiguous();
            abbreviated &= m.mention().term().abbreviation();
            words = Math.max(words, m.mention().words().size());
        }
        f.put("count", Math.log(draft.mentions().size()));
        f.put("sections", Math.log(sections.size()));
        f.put("words", Math.log(Math.max(1, words)));
        if (ambiguous) {
            set(f, "ambiguous");
        }
        if (abbreviated) {
            set(f, "abbreviation");
        }
        if (draft.mentions().stream().allMatch(m -> m.assertion().temporality() == Assertion.Temporality.HISTORICAL)) {
            set(f, "historical");
            set(f, "historical|kind:" + kind);
        }
        if (draft.mentions().stream().allMatch(m -> m.assertion().presence() == Assertion.Presence.POSSIBLE)) {
            set(f, "possible");
        }
        if (zone == Zone.HEAD && draft.mentions().stream().anyMatch(ReportFeatures::leads)) {
            set(f, "leads");
        }
    }

    /** The mention is the first of its sentence. */
    private static boolean leads(CodedMention m) {
        return m.problemLine() && m.mention().firstToken() <= 3;
    }

    private static void ofSurroundings(
            Draft draft, CodeKind kind, Zone zone, Surroundings around, Map<String, Double> f) {
        boolean own = zone == Zone.HEAD || zone == Zone.ASSESSED;
        if (around.assessed() && !own) {
            set(f, "not-assessed");
            set(f, "not-assessed|kind:" + kind);
            if (around.assessedIn().contains(draft.category())) {
                set(f, "category-assessed-otherwise");
            }
        }
        if (around.headed() && own && zone != Zone.HEAD) {
            set(f, "not-headed");
            set(f, "not-headed|kind:" + kind);
        }
        if (!around.assessed()) {
            set(f, "nothing-assessed|zone:" + zone.coarse());
        }
        if (kind == CodeKind.SYMPTOM) {
            boolean others = around.diagnosed().stream().anyMatch(code -> !code.equals(draft.code()));
            set(f, (others ? "symptom-beside-diagnosis" : "symptom-alone") + "|zone:" + zone.coarse());
        }
        if (kind.isExternal() && around.injury()) {
            set(f, "external-with-injury");
        }
    }

    private static void ofDocument(
            CodeKind kind, Zone zone, Surroundings around, CodingInput input, Map<String, Double> f) {
        set(f, "type:" + family(input.type()) + "|zone:" + zone.coarse());
        if (input.encounterClass() == EncounterClass.INPATIENT) {
            set(f, "inpatient|zone:" + zone.coarse());
            set(f, "inpatient|kind:" + kind);
        }
        if (around.diagnosed().size() > 3) {
            set(f, "many-diagnoses|kind:" + kind);
        }
    }

    private static String family(DocumentType type) {
        return switch (type) {
            case X_RAY, CT -> "RADIOLOGY";
            case COMPLETE_BLOOD_COUNT, BASIC_METABOLIC_PANEL -> "LABORATORY";
            case CLINICAL_NOTE -> "NOTE";
            case OTHER -> "OTHER";
        };
    }

    private void ofCode(Draft draft, Map<String, Double> f) {
        String title = release.titleAt(draft.node()).toLowerCase(Locale.ROOT);
        if (title.contains("unspecified") && draft.code().length() > 4) {
            set(f, "unspecified");
        }
        if (title.startsWith("other")) {
            set(f, "other");
        }
        for (String rule : draft.ruleIds()) {
            set(f, "rule:" + rule);
        }
    }
}
