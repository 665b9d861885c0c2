package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.SentenceContext;
import ai.meddoc.mention.Mention;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermSource;
import ai.meddoc.terminology.Vocabulary;
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
    private final Vocabulary vocabulary;
    private final MentionCoder mentionCoder;
    private final DrugStatements drugStatements;
    private final MeasureStatements measureStatements;
    private final SameProblem sameProblem;
    private final RuleEngine ruleEngine;
    private final Reportability reportability;
    private final AssignmentWriter writer;
    private final LabSuggestions labSuggestions;
    private final ProposalJudge judge;

    public CodeAssigner(Icd10Cm release, TermIndex terms, RuleBook rules) {
        this.release = release;
        this.rules = rules;
        this.vocabulary = terms.vocabulary();
        TitleWords titles = new TitleWords(new CodeTree(release), vocabulary);
        this.mentionCoder = new MentionCoder(release, terms, titles);
        this.drugStatements = new DrugStatements(release, vocabulary);
        this.measureStatements = new MeasureStatements(release);
        this.sameProblem = new SameProblem(titles);
        this.ruleEngine = new RuleEngine(release, rules);
        this.reportability = new Reportability(release, rules);
        this.writer = new AssignmentWriter(release, rules);
        this.labSuggestions = new LabSuggestions(release);
        this.judge = new ProposalJudge(release, rules, ruleEngine, writer, labSuggestions);
    }

    public CodingResult assign(CodingInput input) {
        Rejections rejections = new Rejections(release, rules, input);
        Map<String, Draft> drafts = drafts(input, rejections);
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
        return new CodingResult(Sequence.order(assignments), rejections.all());
    }

    /**
     * What our rules leave of codes that somebody else proposes: assertions, histories, combinations, exclusions and
     * sequence as for our own. Which of them to report is the proposer's choice.
     *
     * @param contexts one per sentence of {@code input.words()}
     * @param proposals billable codes with quotes inside the text
     * @throws IllegalArgumentException if a proposal's code is not billable
     */
    public CodingResult judge(CodingInput input, List<SentenceContext> contexts, List<ProposedCode> proposals) {
        return judge.judge(input, contexts, proposals);
    }

    /** Every code under consideration with what the models know of it; what training learns from. */
    public List<CandidateFeatures> candidates(CodingInput input) {
        Map<String, Draft> drafts = drafts(input, new Rejections(release, rules, input));
        Iterator<Map<String, Double>> features =
                reportability.features(drafts.values(), input).iterator();
        return drafts.values().stream()
                .map(draft -> new CandidateFeatures(draft.code(), features.next()))
                .toList();
    }

    private Map<String, Draft> drafts(CodingInput input, Rejections rejections) {
        Map<Integer, List<CodedMention>> byNode = new LinkedHashMap<>();
        Sides sides = new Sides(input.words(), vocabulary);
        for (int i = 0; i < input.mentions().size(); i++) {
            switch (mentionCoder.code(input, i, sides)) {
                case MentionCoder.Verdict.Refused refused ->
                    rejections.mention(input.mentions().get(i), refused.ruleId());
                case MentionCoder.Verdict.Coded coded -> {
                    for (int node : coded.nodes()) {
                        byNode.computeIfAbsent(node, n -> new ArrayList<>()).add(coded(input, i, node, coded.ruleId()));
                    }
                }
            }
        }
        if (!input.allMentions()) {
            addStatements(input, byNode);
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        byNode.forEach((node, mentions) -> drafts.put(release.codeAt(node), draft(node, mentions)));
        if (!input.allMentions()) {
            sameProblem.join(drafts);
            ruleEngine.combine(drafts);
        }
        return drafts;
    }

    private void addStatements(CodingInput input, Map<Integer, List<CodedMention>> byNode) {
        List<Statement> statements = new ArrayList<>(drugStatements.read(input));
        statements.addAll(measureStatements.read(input));
        for (Statement statement : statements) {
            int node = mentionCoder.whole(release.indexOf(statement.code()));
            if (node >= 0) {
                byNode.computeIfAbsent(node, n -> new ArrayList<>()).add(stated(input, statement, node));
            }
        }
    }

    private CodedMention stated(CodingInput input, Statement statement, int node) {
        Term term = new Term(node, release.titleAt(node), TermSource.EVERYDAY, false, false);
        Mention mention = new Mention(
                statement.span(), -1, term, statement.sentence(), 0, 0, 0, List.of(statement.span()), 1, false);
        return new CodedMention(
                mention,
                Assertion.DEFAULT,
                input.sections().get(statement.sentence()),
                false,
                node,
                statement.ruleId());
    }

    private Draft draft(int node, List<CodedMention> mentions) {
        List<String> ruleIds = mentions.stream()
                .map(CodedMention::ruleId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        return new Draft(node, release.codeAt(node), mentions, ruleIds);
    }

    private static CodedMention coded(CodingInput input, int index, int node, String ruleId) {
        Mention mention = input.mentions().get(index);
        Assertion assertion = input.assertions().get(index);
        return new CodedMention(
                mention,
                assertion,
                input.sections().get(mention.sentence()),
                input.problemHeads().get(index),
                node,
                ruleId);
    }
}
