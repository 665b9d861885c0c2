package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.mention.Mention;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.TermSource;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the codes under consideration for a document: those of its mentions and its statements, one draft for each
 * problem, combined as the rule book says. Immutable; thread-safe.
 */
final class CandidateFinder {

    private static final String ADDITIONAL = "USE-ADDITIONAL";

    private final Icd10Cm release;
    private final MentionCoder mentionCoder;
    private final AlsoCoded alsoCoded;
    private final Statements statements;
    private final BothSides bothSides;
    private final SameProblem sameProblem;
    private final RuleEngine ruleEngine;
    private final DocumentDetails details;
    private final CausePhases causePhases;

    CandidateFinder(Icd10Cm release, TermIndex terms, RuleEngine ruleEngine) {
        this.release = release;
        Vocabulary vocabulary = terms.vocabulary();
        TitleWords titles = new TitleWords(new CodeTree(release), vocabulary);
        this.mentionCoder = new MentionCoder(release, terms, titles);
        this.alsoCoded = new AlsoCoded(release, vocabulary);
        this.statements = new Statements(release, vocabulary);
        this.bothSides = new BothSides(release, new Laterality(titles.tree(), titles));
        this.sameProblem = new SameProblem(titles);
        this.ruleEngine = ruleEngine;
        this.details = new DocumentDetails(titles.tree());
        this.causePhases = new CausePhases(release);
    }

    /** By their codes, in text order. */
    Map<String, Draft> find(CodingInput input, Rejections rejections) {
        Map<Integer, List<CodedMention>> byNode = new LinkedHashMap<>();
        Statements.Read read = input.allMentions() ? Statements.Read.NOTHING : statements.read(input);
        addMentions(input, read.vaccines(), rejections, byNode);
        addStatements(input, read.statements(), byNode);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        byNode.forEach((node, mentions) -> drafts.put(release.codeAt(node), draft(node, mentions)));
        if (!input.allMentions()) {
            drafts.values().removeIf(draft -> isToldBetter(draft, drafts.values()));
            bothSides.join(drafts);
            sameProblem.join(drafts);
            ruleEngine.combine(drafts);
            details.refine(drafts, input);
            OneActivity.keep(drafts, rejections);
            causePhases.follow(drafts, rejections);
        }
        return drafts;
    }

    private void addMentions(
            CodingInput input, List<Span> vaccines, Rejections rejections, Map<Integer, List<CodedMention>> byNode) {
        MentionCoder.Document document = mentionCoder.documentOf(input);
        for (int i = 0; i < input.mentions().size(); i++) {
            Mention mention = input.mentions().get(i);
            if (isVaccine(mention, vaccines)) {
                rejections.mention(mention, "IMMUNIZATION");
                continue;
            }
            switch (mentionCoder.code(input, i, document)) {
                case MentionCoder.Verdict.Refused refused -> rejections.mention(mention, refused.ruleId());
                case MentionCoder.Verdict.Coded coded -> addCoded(input, i, coded, document, byNode);
            }
        }
    }

    /** "Flu (high dose) given" is no influenza. */
    private boolean isVaccine(Mention mention, List<Span> vaccines) {
        return !vaccines.isEmpty()
                && release.codeAt(mention.node()).charAt(0) != 'Z'
                && vaccines.stream().anyMatch(span -> span.overlaps(mention.span()));
    }

    private void addCoded(
            CodingInput input,
            int index,
            MentionCoder.Verdict.Coded coded,
            MentionCoder.Document document,
            Map<Integer, List<CodedMention>> byNode) {
        for (int node : coded.nodes()) {
            add(byNode, coded(input, index, node, coded.ruleId()));
            if (!input.allMentions()) {
                for (int also : alsoCoded.of(node, input.mentions().get(index), input.words())) {
                    for (int whole : mentionCoder.beside(input, index, also, document)) {
                        add(byNode, coded(input, index, whole, ADDITIONAL));
                    }
                }
            }
        }
    }

    private void addStatements(CodingInput input, List<Statement> stated, Map<Integer, List<CodedMention>> byNode) {
        for (Statement statement : stated) {
            int node = mentionCoder.whole(release.indexOf(statement.code()));
            if (node >= 0) {
                add(byNode, stated(input, statement, node));
            }
        }
    }

    /** "Hypertension with CHF" asks for the heart failure's code, which another mention may tell in detail. */
    private boolean isToldBetter(Draft draft, Collection<Draft> all) {
        return draft.mentions().stream().allMatch(mention -> mention.ruleId().equals(ADDITIONAL))
                && SameConcept.isUnspecified(release, draft)
                && all.stream().anyMatch(other -> other != draft && other.isBeside(draft));
    }

    private static void add(Map<Integer, List<CodedMention>> byNode, CodedMention mention) {
        byNode.computeIfAbsent(mention.node(), n -> new ArrayList<>()).add(mention);
    }

    private CodedMention stated(CodingInput input, Statement statement, int node) {
        Term term = new Term(node, release.titleAt(node), TermSource.EVERYDAY, false, false);
        Mention mention = new Mention(
                statement.span(), -1, term, statement.sentence(), 0, 0, 0, List.of(statement.span()), 1, false);
        return new CodedMention(
                mention,
                Assertion.DEFAULT,
                input.sections().get(statement.sentence()),
                ProblemPlace.ELSEWHERE,
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
        return new CodedMention(
                mention,
                input.assertions().get(index),
                input.sections().get(mention.sentence()),
                input.problems().get(index),
                node,
                ruleId);
    }
}
