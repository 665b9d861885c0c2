package ai.meddoc.coding;

import ai.meddoc.document.EncounterClass;
import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Applies the rule book to a document's drafts, in the book's order. Immutable; thread-safe. */
final class RuleEngine {

    private final Icd10Cm release;
    private final RuleBook rules;
    private final Exclusions exclusions;
    private final UnrelatedConditions unrelated;

    RuleEngine(Icd10Cm release, RuleBook rules) {
        this.release = release;
        this.rules = rules;
        this.unrelated = new UnrelatedConditions(release);
        this.exclusions = new Exclusions(release, unrelated);
    }

    /** Replaces what combines by its combination code, keeping all evidence. */
    void combine(Map<String, Draft> drafts) {
        for (CodingRule rule : rules.combinations()) {
            for (Draft about : found(drafts.values(), rule)) {
                if (isMet(drafts.values(), rule, about)) {
                    apply(drafts, rule, about);
                }
            }
        }
    }

    /** What the rule is about: all that changes by itself, but only one that combines with others. */
    private static List<Draft> found(Collection<Draft> drafts, CodingRule rule) {
        List<Draft> found = List.of();
        for (Draft draft : drafts) {
            if (rule.isAbout(draft.code()) && isPresent(draft)) {
                if (rule.kind() != CodingRule.Kind.BECOME) {
                    return List.of(draft);
                }
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(draft);
            }
        }
        return found;
    }

    private static boolean isPresent(Draft draft) {
        for (CodedMention mention : draft.mentions()) {
            if (mention.isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMet(Collection<Draft> drafts, CodingRule rule, Draft about) {
        return rule.second().stream()
                .allMatch(group ->
                        drafts.stream().anyMatch(d -> d != about && group.has(d.code()) && !isOnlyMeasured(d)));
    }

    /** What a tracing or a test shows is no diagnosis before the provider says so (III.B). */
    private static boolean isOnlyMeasured(Draft draft) {
        return !draft.mentions().isEmpty()
                && draft.mentions().stream()
                        .allMatch(m -> m.section() == SectionKind.RESULTS || m.section() == SectionKind.PHYSICAL_EXAM);
    }

    private void apply(Map<String, Draft> drafts, CodingRule rule, Draft about) {
        int node = release.indexOf(rule.resultFor(about.code()));
        if (node < 0 || node == about.node()) {
            return;
        }
        Draft result = about.recoded(node, release.codeAt(node), rule.id());
        if (rule.kind() != CodingRule.Kind.ADD) {
            drafts.remove(about.code());
        }
        if (rule.kind() == CodingRule.Kind.COMBINE || rule.kind() == CodingRule.Kind.MERGE) {
            result = absorb(drafts, rule, result);
        }
        Draft known = drafts.get(result.code());
        drafts.put(
                result.code(), known == null ? result : known.absorbing(result).by(rule.id()));
    }

    /** The result with the evidence of all that it combines; what it merges goes. */
    private static Draft absorb(Map<String, Draft> drafts, CodingRule rule, Draft about) {
        Draft result = about;
        List<Draft> others = drafts.values().stream()
                .filter(d -> rule.second().stream().anyMatch(group -> group.has(d.code())))
                .toList();
        for (Draft other : others) {
            result = result.absorbing(other);
            if (rule.kind() == CodingRule.Kind.MERGE) {
                drafts.remove(other.code());
            } else {
                drafts.put(other.code(), other.by(rule.id()));
            }
        }
        return result;
    }

    /** Takes out what must not be reported beside the others; where every mention counts, nothing. */
    void exclude(Map<String, Draft> drafts, CodingInput input, Rejections rejections) {
        if (input.allMentions()) {
            return;
        }
        for (CodingRule rule : rules.drops()) {
            for (Draft draft : applies(rule, input.encounterClass()) ? about(rule, drafts) : List.<Draft>of()) {
                if (isDropped(drafts.values(), rule, draft, input)) {
                    drafts.remove(draft.code());
                    rejections.draft(draft, rule.id());
                }
            }
        }
        lessSpecific(drafts, rejections);
        exclusions.apply(drafts, input, rejections);
    }

    /** Most rules are about none. */
    private static List<Draft> about(CodingRule rule, Map<String, Draft> drafts) {
        List<Draft> found = List.of();
        for (Draft draft : drafts.values()) {
            if (rule.isAbout(draft.code())) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.add(draft);
            }
        }
        return found;
    }

    private static boolean applies(CodingRule rule, EncounterClass encounter) {
        return switch (rule.kind()) {
            case DROP_OUTPATIENT -> encounter == EncounterClass.OUTPATIENT;
            case DROP_INPATIENT -> encounter == EncounterClass.INPATIENT;
            default -> true;
        };
    }

    private boolean isDropped(Collection<Draft> drafts, CodingRule rule, Draft draft, CodingInput input) {
        boolean beside = rule.second().isEmpty()
                || rule.second().stream()
                        .anyMatch(group -> drafts.stream()
                                .anyMatch(d -> d != draft
                                        && !rule.isAbout(d.code())
                                        && group.has(d.code())
                                        && !(rule.isExcludes1() && unrelated.areUnrelated(draft, d, input))));
        return (rule.kind() == CodingRule.Kind.DROP_UNLESS) != beside;
    }

    /** Of two codes that differ only in how specific they are the more specific one stays (I.B.2). */
    private void lessSpecific(Map<String, Draft> drafts, Rejections rejections) {
        List<Draft> all = new ArrayList<>(drafts.values());
        for (Draft draft : all) {
            boolean dropped = all.stream()
                    .anyMatch(d ->
                            d != draft && drafts.containsKey(d.code()) && SameConcept.isRefinedBy(release, draft, d));
            if (dropped) {
                drafts.remove(draft.code());
                rejections.draft(draft, "MOST-SPECIFIC");
            }
        }
    }
}
