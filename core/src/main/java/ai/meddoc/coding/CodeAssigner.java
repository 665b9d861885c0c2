package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.TermIndex;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From asserted mentions to codes: each mention to its most specific billable code, combinations, what is reportable,
 * exclusions, sequence. Immutable; thread-safe.
 */
public final class CodeAssigner {

    private final Icd10Cm release;
    private final RuleBook rules;
    private final CandidateFinder candidates;
    private final RuleEngine ruleEngine;
    private final Reportability reportability;
    private final AssignmentWriter writer;
    private final LabSuggestions labSuggestions;
    private final Sequence sequence;
    private final ProposalJudge judge;

    public CodeAssigner(Icd10Cm release, TermIndex terms, RuleBook rules) {
        this.release = release;
        this.rules = rules;
        this.ruleEngine = new RuleEngine(release, rules);
        this.candidates = new CandidateFinder(release, terms, ruleEngine);
        this.reportability = new Reportability(release, rules);
        this.writer = new AssignmentWriter(release, rules);
        this.labSuggestions = new LabSuggestions(release);
        this.sequence = new Sequence(release, rules);
        this.judge = new ProposalJudge(release, rules, ruleEngine, writer, labSuggestions);
    }

    public CodingResult assign(CodingInput input) {
        Rejections rejections = new Rejections(release, rules, input);
        Map<String, Draft> drafts = candidates.find(input, rejections);
        List<Reportability.Scored> scored = reportability.select(drafts.values(), input, rejections);
        Map<String, Draft> kept = new LinkedHashMap<>();
        scored.forEach(s -> kept.put(s.draft().code(), s.draft()));
        ruleEngine.exclude(kept, input, rejections);
        List<CodeAssignment> assignments = new ArrayList<>();
        for (Reportability.Scored s : scored) {
            if (kept.containsKey(s.draft().code())) {
                assignments.add(writer.write(kept.getOrDefault(s.draft().code(), s.draft()), s.probability(), input));
            }
        }
        if (!input.allMentions()) {
            assignments.addAll(labSuggestions.of(input.labResults(), assignments, input.text()));
        }
        return new CodingResult(sequence.order(assignments, kept), rejections.all());
    }

    /**
     * What our rules leave of codes that somebody else proposes: assertions, histories, combinations, exclusions and
     * sequence as for our own. Which of them to report is the proposer's choice.
     *
     * @param proposals billable codes with quotes inside the text
     * @throws IllegalArgumentException if a proposal's code is not billable
     */
    public CodingResult judge(CodingInput input, List<ProposedCode> proposals) {
        return judge.judge(input, proposals);
    }

    /** Every code under consideration with what the models know of it; what training learns from. */
    public List<CandidateFeatures> candidates(CodingInput input) {
        Map<String, Draft> drafts = candidates.find(input, new Rejections(release, rules, input));
        Iterator<Map<String, Double>> features =
                reportability.features(drafts.values(), input).iterator();
        return drafts.values().stream()
                .map(draft -> new CandidateFeatures(draft.code(), features.next()))
                .toList();
    }
}
