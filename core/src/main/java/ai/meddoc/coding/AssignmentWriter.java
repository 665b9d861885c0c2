package ai.meddoc.coding;

import ai.meddoc.section.SectionKind;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Turns a draft into what the coder reads: evidence, rationale, confidence. Immutable; thread-safe. */
final class AssignmentWriter {

    private static final int QUOTES = 3;

    private final Icd10Cm release;
    private final RuleBook rules;

    AssignmentWriter(Icd10Cm release, RuleBook rules) {
        this.release = release;
        this.rules = rules;
    }

    CodeAssignment write(Draft draft, double confidence, CodingInput input) {
        List<CodedMention> best = best(draft.mentions());
        List<Evidence> evidence = evidence(best, input);
        return new CodeAssignment(
                release.find(draft.code()).orElseThrow(),
                CodeAssignment.Status.REPORTED,
                Math.round(confidence * 1000) / 1000.0,
                rationale(draft, best.get(0)),
                draft.ruleIds(),
                evidence,
                false);
    }

    /** Problem headings and assessments before histories, then in text order; no two that overlap. */
    private static List<CodedMention> best(List<CodedMention> mentions) {
        List<CodedMention> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(
                        (CodedMention m) -> m.problemLine() ? 0 : Features.isAssessed(m.section()) ? 1 : 2)
                .thenComparing(m -> m.mention().span()));
        return sorted;
    }

    private static List<Evidence> evidence(List<CodedMention> mentions, CodingInput input) {
        List<Span> spans = new ArrayList<>();
        for (CodedMention m : mentions) {
            Span span = shortened(m.mention().span());
            if (spans.size() < QUOTES && spans.stream().noneMatch(span::overlaps)) {
                spans.add(span);
            }
        }
        return spans.stream().map(span -> Evidence.of(input.text(), span)).toList();
    }

    private static Span shortened(Span span) {
        return span.length() <= Evidence.MAX_LENGTH ? span : new Span(span.start(), span.start() + Evidence.MAX_LENGTH);
    }

    private String rationale(Draft draft, CodedMention best) {
        StringBuilder text = new StringBuilder("Documented ");
        text.append(best.section() == SectionKind.UNKNOWN ? "in the text" : "under " + words(best.section()));
        int more = draft.mentions().size() - 1;
        if (more > 0) {
            text.append(" and in ").append(more).append(more == 1 ? " more place" : " more places");
        }
        text.append('.');
        for (String id : draft.ruleIds()) {
            CodingRule rule = rules.rule(id);
            text.append(' ')
                    .append(rule.explanation())
                    .append(" [")
                    .append(id)
                    .append(", ")
                    .append(rule.guideline())
                    .append(']');
        }
        return text.toString();
    }

    private static String words(SectionKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
