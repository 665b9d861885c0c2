package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what was refused and why, one entry per code and rule. Used by one assignment; not thread-safe. */
final class Rejections {

    private static final int MOST = 200;

    private final Icd10Cm release;
    private final RuleBook rules;
    private final CodingInput input;
    private final List<RejectedCode> rejected = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Rejections(Icd10Cm release, RuleBook rules, CodingInput input) {
        this.release = release;
        this.rules = rules;
        this.input = input;
    }

    void mention(Mention mention, String ruleId) {
        add(mention.node(), ruleId, List.of(mention.span()));
    }

    void draft(Draft draft, String ruleId) {
        add(
                draft.node(),
                ruleId,
                draft.mentions().stream().map(m -> m.mention().span()).limit(3).toList());
    }

    void code(int node, String ruleId, List<Span> spans) {
        add(node, ruleId, spans);
    }

    private void add(int node, String ruleId, List<Span> spans) {
        String code = release.codeAt(node);
        if (rejected.size() >= MOST || !seen.add(code + ' ' + ruleId)) {
            return;
        }
        List<Evidence> evidence = spans.stream()
                .filter(span -> span.length() <= Evidence.MAX_LENGTH)
                .map(span -> Evidence.of(input.text(), span))
                .toList();
        CodingRule rule = rules.rule(ruleId);
        rejected.add(new RejectedCode(code, release.titleAt(node), ruleId, rule.explanation(), evidence));
    }

    List<RejectedCode> all() {
        return List.copyOf(rejected);
    }
}
