package ai.meddoc.coding;

import ai.meddoc.assertion.Assertion;
import ai.meddoc.assertion.Assertion.Experiencer;
import ai.meddoc.assertion.Assertion.Presence;
import ai.meddoc.assertion.Assertion.Temporality;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.section.ProblemPlace;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds proposed codes against what the text says of their quotes and against the rule book (Official Guidelines II.H,
 * III, IV.H, I.C.21.c.4). Immutable; thread-safe.
 */
final class ProposalJudge {

    private final Icd10Cm release;
    private final RuleBook rules;
    private final RuleEngine ruleEngine;
    private final AssignmentWriter writer;
    private final LabSuggestions labSuggestions;
    private final Sequence sequence;
    private final CodeMap histories = CodeMap.load("history-codes.tsv");
    private final CodeMap families = CodeMap.load("family-codes.tsv");

    ProposalJudge(
            Icd10Cm release,
            RuleBook rules,
            RuleEngine ruleEngine,
            AssignmentWriter writer,
            LabSuggestions labSuggestions) {
        this.release = release;
        this.rules = rules;
        this.ruleEngine = ruleEngine;
        this.writer = writer;
        this.labSuggestions = labSuggestions;
        this.sequence = new Sequence(release, rules);
    }

    /** One document's proposals on their way. */
    private final class Case {
        final CodingInput input;
        final ProposalPlaces places;
        final Rejections rejections;
        final Map<String, Draft> drafts = new LinkedHashMap<>();
        final Map<String, ProposedCode> proposed = new LinkedHashMap<>();

        Case(CodingInput input) {
            this.input = input;
            this.places = new ProposalPlaces(release, input);
            this.rejections = new Rejections(release, rules, input);
        }

        /** A code proposed twice keeps all its quotes under one entry. */
        void add(int node, CodedMention mention, ProposedCode by) {
            String code = release.codeAt(node);
            Draft known = drafts.get(code);
            Draft draft = new Draft(node, code, List.of(mention), List.of()).by(mention.ruleId());
            drafts.put(code, known == null ? draft : known.absorbing(draft).by(mention.ruleId()));
            proposed.merge(code, by, (a, b) -> a.confidence() >= b.confidence() ? a : b);
        }
    }

    CodingResult judge(CodingInput input, List<ProposedCode> proposals) {
        Case asked = new Case(input);
        proposals.forEach(proposal -> admit(proposal, asked));
        if (!input.allMentions()) {
            ruleEngine.combine(asked.drafts);
        }
        ruleEngine.exclude(asked.drafts, input, asked.rejections);
        List<CodeAssignment> assignments = new ArrayList<>();
        asked.drafts.values().forEach(draft -> assignments.add(written(draft, asked)));
        if (!input.allMentions()) {
            assignments.addAll(labSuggestions.of(input.labResults(), assignments, input.text()));
        }
        return new CodingResult(sequence.order(assignments, asked.drafts), asked.rejections.all());
    }

    /** The quotes that may speak for the code; when none may, the code is refused by the rule of the first. */
    private void admit(ProposedCode proposal, Case asked) {
        int node = release.indexOf(proposal.code());
        if (node < 0 || !release.billableAt(node)) {
            throw new IllegalArgumentException(proposal.code() + " is not billable in " + release.release());
        }
        String refusedBy = "";
        boolean admitted = false;
        for (Span quote : proposal.quotes()) {
            ProposalPlaces.Place place = asked.places.at(quote, release.codeAt(node));
            Ruling ruling = ruling(node, place, asked.input);
            if (ruling.node() >= 0) {
                asked.add(ruling.node(), place.mention(ruling.node(), ruling.ruleId()), proposal);
                admitted = true;
            } else if (refusedBy.isEmpty()) {
                refusedBy = ruling.ruleId();
            }
        }
        if (!admitted) {
            asked.rejections.code(node, refusedBy, proposal.quotes());
        }
    }

    /** The code a quote leads to, -1 when the rule refuses it. */
    private record Ruling(int node, String ruleId) {}

    private Ruling ruling(int node, ProposalPlaces.Place place, CodingInput input) {
        String code = release.codeAt(node);
        Assertion assertion = place.assertion();
        if (assertion.experiencer() == Experiencer.OTHER) {
            return new Ruling(-1, "OTHER-PERSON");
        }
        if (assertion.experiencer() == Experiencer.FAMILY && !isFamilyHistory(code)) {
            return assertion.presence() == Presence.PRESENT
                    ? instead(families.of(code), "FAMILY-HISTORY")
                    : new Ruling(-1, "NEGATED");
        }
        String refusal = refusalByPresence(code, assertion.presence(), input);
        if (!refusal.isEmpty()) {
            return new Ruling(-1, refusal);
        }
        boolean over = assertion.temporality() == Temporality.HISTORICAL && place.problem() == ProblemPlace.ELSEWHERE;
        if (over && code.charAt(0) != 'Z' && !input.allMentions()) {
            Optional<String> history = histories.of(code);
            return history.isPresent() ? instead(history, "PERSONAL-HISTORY") : new Ruling(node, "");
        }
        return new Ruling(node, "");
    }

    private static String refusalByPresence(String code, Presence presence, CodingInput input) {
        return switch (presence) {
            case PRESENT -> "";
            // a status may lie in the absence itself: not vaccinated, no longer smokes, limb missing
            case ABSENT -> code.charAt(0) == 'Z' && !isFamilyHistory(code) ? "" : "NEGATED";
            case HYPOTHETICAL -> "HYPOTHETICAL";
            case POSSIBLE ->
                input.encounterClass() == EncounterClass.INPATIENT || input.allMentions() ? "" : "UNCERTAIN-OUTPATIENT";
        };
    }

    private static boolean isFamilyHistory(String code) {
        return code.compareTo("Z80") >= 0 && code.compareTo("Z85") < 0;
    }

    private Ruling instead(Optional<String> code, String ruleId) {
        return new Ruling(code.map(release::indexOf).orElse(-1), ruleId);
    }

    private CodeAssignment written(Draft draft, Case asked) {
        ProposedCode by = asked.proposed.get(draft.code());
        double confidence = by == null ? combined(draft, asked) : by.confidence();
        CodeAssignment ours = writer.write(draft, confidence, asked.input);
        String theirs =
                by == null || !release.codeAt(release.indexOf(by.code())).equals(draft.code()) ? "" : by.rationale();
        return theirs.isEmpty() ? ours : ours.arguedBy(theirs);
    }

    /** A code that a rule made of others is as sure as the surest of them. */
    private static double combined(Draft draft, Case asked) {
        return asked.proposed.values().stream()
                .filter(p -> draft.mentions().stream()
                        .anyMatch(m -> p.quotes().contains(m.mention().span())))
                .mapToDouble(ProposedCode::confidence)
                .max()
                .orElse(0);
    }
}
