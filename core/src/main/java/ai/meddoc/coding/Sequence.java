package ai.meddoc.coding;

import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The order in which codes are listed: first what the encounter was chiefly about, as the provider's assessment ranks it;
 * statuses and external causes later, suggested codes last (Official Guidelines II, IV.G, I.C.20, I.C.21.c); what a "code
 * first" note of the tabular list names before the code under the note (I.A.13, I.B.7), and what a rule of sequence says.
 * Immutable; thread-safe.
 */
final class Sequence {

    /** The rule that stands for the tabular list's "code first" notes. */
    static final String CODE_FIRST = "CODE-FIRST";

    private final Icd10Cm release;
    private final List<CodingRule> rules;
    private final ListingRanks ranks = ListingRanks.load();
    /** The notes by which other codes come before a code, read on first use. */
    private final Map<String, List<CodeNote>> codeFirst = new ConcurrentHashMap<>();

    Sequence(Icd10Cm release, RuleBook book) {
        this.release = release;
        this.rules = book.all().stream()
                .filter(rule -> rule.kind() == CodingRule.Kind.SEQUENCE)
                .toList();
    }

    /** @param drafts what the reported codes were made of, by their codes */
    List<CodeAssignment> order(List<CodeAssignment> assignments, Map<String, Draft> drafts) {
        List<CodeAssignment> ordered = assignments.stream()
                .map(assignment -> listed(assignment, drafts))
                .sorted(Listed.ORDER)
                .map(Listed::assignment)
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < ordered.size(); i++) {
            bringForward(ordered, i);
        }
        if (!ordered.isEmpty() && ordered.get(0).status() == CodeAssignment.Status.REPORTED) {
            ordered.set(0, ordered.get(0).asFirstListed());
        }
        return ordered;
    }

    private Listed listed(CodeAssignment assignment, Map<String, Draft> drafts) {
        Draft draft = drafts.get(assignment.code().code());
        return assignment.status() == CodeAssignment.Status.SUGGESTED || draft == null
                ? Listed.suggested(assignment)
                : Listed.of(assignment, draft, ranks);
    }

    /** Puts what has to stand before the code at {@code at} there. */
    private void bringForward(List<CodeAssignment> ordered, int at) {
        CodeAssignment later = ordered.get(at);
        List<CodeNote> notes = codeFirst.computeIfAbsent(later.code().code(), this::codeFirst);
        int place = at;
        for (int j = at + 1; j < ordered.size(); j++) {
            CodeAssignment other = ordered.get(j);
            if (other.status() == CodeAssignment.Status.REPORTED
                    && isFirst(other.code().code(), later, notes)) {
                ordered.add(place++, ordered.remove(j));
            }
        }
    }

    private List<CodeNote> codeFirst(String code) {
        return release.notesInForce(code).stream()
                .filter(note -> note.kind() == CodeNote.Kind.CODE_FIRST)
                .toList();
    }

    private boolean isFirst(String code, CodeAssignment later, List<CodeNote> notes) {
        return notes.stream().anyMatch(note -> note.names(code))
                || rules.stream()
                        .anyMatch(rule -> rule.isAbout(code)
                                && rule.second().stream()
                                        .anyMatch(
                                                group -> group.has(later.code().code())));
    }
}
