package ai.meddoc.summary;

import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sentences of single sections, as written: reason, impression, findings, plan, comments. */
final class SectionStatements {

    private static final Set<SectionKind> REASONS = Set.of(SectionKind.CHIEF_COMPLAINT, SectionKind.INDICATION);
    private static final int PLAN_ITEMS = 8;
    private static final int COMMENTS = 4;
    private static final Set<SectionKind> ASSESSMENTS = Set.of(
            SectionKind.ASSESSMENT, SectionKind.ASSESSMENT_AND_PLAN, SectionKind.IMPRESSION, SectionKind.DIAGNOSES);
    private static final Set<SectionKind> PLANS = Set.of(SectionKind.PLAN, SectionKind.INSTRUCTIONS);
    private static final Set<SectionKind> IMPRESSIONS = Set.of(
            SectionKind.IMPRESSION,
            SectionKind.ASSESSMENT,
            SectionKind.DIAGNOSES,
            SectionKind.DISCHARGE_DIAGNOSES,
            SectionKind.POSTOPERATIVE_DIAGNOSIS);

    /** What a provider does next; plan sentences that begin otherwise come later. */
    private static final Pattern ACTION = Pattern.compile(
            "\\b(?:start|begin|initiate|continue|increase|decrease|stop|hold|discontinue|refer|referral|order|obtain|repeat|schedule|follow|"
                    + "return|recheck|add|switch|prescrib|admit|biops|mri|ct|x-?ray|cast|splint|surgery|consult|monitor|recommend|refill|"
                    + "taper|restrict|call|titrate)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COMMENT = Pattern.compile(
            "\\b(?:comment|interpretation|note|dx|diagnosis|indication|impression|pathologist|reviewed|critical|called)\\b",
            Pattern.CASE_INSENSITIVE);

    List<SummaryStatement> reason(SummaryInput input) {
        return from(input, REASONS, "Reason: ", 2);
    }

    List<SummaryStatement> impression(SummaryInput input) {
        return from(input, IMPRESSIONS, "Impression: ", 6);
    }

    /** Findings sentences without the normal ones. */
    List<SummaryStatement> findings(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Findings: ", ". ");
        int count = 0;
        for (Span sentence : bodies(input, Set.of(SectionKind.FINDINGS))) {
            if (count < 4 && !isNormal(input.text().quote(sentence)) && pieces.add(sentence)) {
                count++;
            }
        }
        return pieces.statement().map(List::of).orElse(List.of());
    }

    private static boolean isNormal(String sentence) {
        String lower = sentence.toLowerCase(Locale.ROOT);
        return lower.contains("normal")
                || lower.contains("unremarkable")
                || lower.startsWith("no ")
                || lower.contains("clear")
                || lower.contains("intact")
                || lower.contains("within");
    }

    /** What is to be done: sentences of the plan that name an action first, then the others. */
    List<SummaryStatement> plan(SummaryInput input) {
        Set<Integer> heads = new HashSet<>();
        input.problems().forEach(problem -> heads.add(problem.name().start()));
        Pieces pieces = new Pieces(input.text(), "Plan: ", ". ");
        int count = 0;
        for (Span sentence :
                bodies(input, Set.of(SectionKind.PLAN, SectionKind.INSTRUCTIONS, SectionKind.ASSESSMENT_AND_PLAN))) {
            boolean acts = ACTION.matcher(input.text().quote(sentence)).find();
            if (acts && count < PLAN_ITEMS && !heads.contains(sentence.start()) && pieces.add(sentence)) {
                count++;
            }
        }
        return count > 0 ? pieces.statement().map(List::of).orElse(List.of()) : from(input, PLANS, "Plan: ", 4);
    }

    /** Why the patient came, in the note's first words, where no section says it. */
    List<SummaryStatement> history(SummaryInput input) {
        return from(input, Set.of(SectionKind.HISTORY_OF_PRESENT_ILLNESS), "History: ", 2);
    }

    /** The assessment as written, where it lists no problems. */
    List<SummaryStatement> assessment(SummaryInput input) {
        return from(input, ASSESSMENTS, "Assessment: ", 5);
    }

    /** What somebody wrote beneath a table of values. */
    List<SummaryStatement> comments(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "Comment: ", ". ");
        NavigableMap<Integer, Span> values = new TreeMap<>();
        input.labResults().forEach(result -> values.put(result.span().start(), result.span()));
        int count = 0;
        boolean inComment = false;
        for (Sentence sentence : input.sentences()) {
            Map.Entry<Integer, Span> before = values.lowerEntry(sentence.span().end());
            boolean value = before != null && before.getValue().overlaps(sentence.span());
            inComment = !value
                    && (inComment
                            || COMMENT.matcher(input.text().quote(sentence.span()))
                                    .find());
            if (inComment && count < COMMENTS && pieces.add(sentence.span())) {
                count++;
            }
        }
        return pieces.statement().map(List::of).orElse(List.of());
    }

    /** The first lines, where nothing else is known of a document. */
    List<SummaryStatement> opening(SummaryInput input) {
        Pieces pieces = new Pieces(input.text(), "", "; ");
        input.sentences().stream().limit(3).forEach(s -> pieces.add(s.span()));
        return pieces.statement().map(List::of).orElse(List.of());
    }

    private static List<SummaryStatement> from(SummaryInput input, Set<SectionKind> kinds, String lead, int most) {
        Pieces pieces = new Pieces(input.text(), lead, ". ");
        bodies(input, kinds).stream().limit(most).forEach(pieces::add);
        return pieces.statement().map(List::of).orElse(List.of());
    }

    /** The sentences of some sections, without the headings; both are in text order, so one pass does. */
    private static List<Span> bodies(SummaryInput input, Set<SectionKind> kinds) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        for (Section section : input.sections()) {
            if (!kinds.contains(section.kind())) {
                continue;
            }
            Span body = section.body();
            while (at < input.sentences().size()
                    && input.sentences().get(at).span().end() <= body.start()) {
                at++;
            }
            for (int i = at; i < input.sentences().size(); i++) {
                Span sentence = input.sentences().get(i).span();
                if (sentence.start() >= body.end()) {
                    break;
                }
                int start = Math.max(sentence.start(), body.start());
                int end = Math.min(sentence.end(), body.end());
                if (start < end && hasWords(input.text().text(), start, end)) {
                    found.add(new Span(start, end));
                }
            }
        }
        return found;
    }

    private static boolean hasWords(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
