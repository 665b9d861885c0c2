package ai.meddoc.claude.check;

import ai.meddoc.claude.reply.ModelReply;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.CodingResult;
import ai.meddoc.coding.CodingRule;
import ai.meddoc.coding.Evidence;
import ai.meddoc.coding.ProposedCode;
import ai.meddoc.coding.RejectedCode;
import ai.meddoc.coding.RuleBook;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * From the model's codes to ours: the code exists and is billable, its quotes stand in the document and name it, and no order
 * in the document speaks for it; then the rules of core judge. What our own rules reported and the model passed over in silence
 * stays. One document's work; not thread-safe.
 */
final class ProposalCheck {

    private static final Pattern CODE = Pattern.compile("[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?");
    private static final int MOST_REJECTED = 200;
    private static final int CATEGORY = 3;
    private static final int SHOWN_QUOTES = 3;

    private static final RuleBook RULES = RuleBook.load();

    private final DocumentReading reading;
    private final Icd10Cm release;
    private final Evidenced evidenced;
    private final CodeSupport support;
    private final OwnWords ownWords;
    private final NamedCodes named;
    private final List<ProposedCode> proposals = new ArrayList<>();
    private final Map<String, RejectedCode> rejected = new LinkedHashMap<>();
    private int leftOut;

    ProposalCheck(DocumentReading reading, Evidenced evidenced, CodeSupport support, OwnWords ownWords) {
        this.reading = reading;
        this.release = reading.release();
        this.evidenced = evidenced;
        this.support = support;
        this.ownWords = ownWords;
        this.named = NamedCodes.in(reading.text().text());
    }

    /** How many proposals were not even codes. */
    int leftOut() {
        return leftOut;
    }

    CodingResult check(List<Located> replies) {
        for (Located located : replies) {
            located.reply().codes().forEach(code -> admit(code, located));
        }
        Map<String, String> declined = declined(replies);
        reading.local().coding().assignments().stream()
                .filter(a -> a.status() == CodeAssignment.Status.REPORTED)
                .forEach(a -> keepOrDecline(a, declined));
        CodingResult judged = reading.judge(proposals);
        List<RejectedCode> all = new ArrayList<>(rejected.values());
        all.addAll(judged.rejected());
        return new CodingResult(judged.assignments(), withoutReported(judged, all));
    }

    /** What is reported in the end was not refused, whatever one of its proposals met with. */
    private static List<RejectedCode> withoutReported(CodingResult judged, List<RejectedCode> all) {
        Set<String> reported = new HashSet<>();
        judged.assignments().forEach(a -> reported.add(a.code().code()));
        return all.stream()
                .filter(r -> !reported.contains(r.code()))
                .limit(MOST_REJECTED)
                .toList();
    }

    private void admit(ModelReply.Code proposed, Located located) {
        String code = proposed.code().strip().toUpperCase(Locale.ROOT);
        if (!CODE.matcher(code).matches()) {
            leftOut++;
            return;
        }
        int node = release.indexOf(code);
        if (node < 0 || !release.billableAt(node)) {
            reject(code, node, node < 0 ? "PROPOSED-UNKNOWN" : "PROPOSED-NOT-BILLABLE", List.of());
            return;
        }
        List<Span> places = proposed.quotes().stream()
                .flatMap(quote -> located.places(quote).stream())
                .distinct()
                .toList();
        List<Span> content =
                places.stream().filter(span -> !evidenced.isPassage(span)).toList();
        List<Span> telling = content.stream()
                .filter(span -> support.supports(span, release.codeAt(node)))
                .toList();
        String refusal = refusal(release.codeAt(node), places, content, telling);
        if (!refusal.isEmpty()) {
            reject(code, node, refusal, content);
            return;
        }
        String argument = located.restore().apply(proposed.rationale());
        boolean shown = ownWords.mayBeShown(argument, code + " " + release.titleAt(node));
        proposals.add(new ProposedCode(
                release.codeAt(node), proposed.confidence(), shown ? sentence(argument) : "", telling));
    }

    private String refusal(String code, List<Span> places, List<Span> content, List<Span> telling) {
        if (places.isEmpty()) {
            return "PROPOSED-NO-QUOTE";
        }
        if (content.isEmpty() || (evidenced.hasPassages() && !isOurs(code))) {
            return "PROPOSED-INSTRUCTION";
        }
        boolean onlyWritten = named.names(code) && !isOurs(code);
        return telling.isEmpty() || onlyWritten ? "PROPOSED-UNSUPPORTED" : "";
    }

    /** Where a document gives orders, only what our own rules found in it too may be reported. */
    private boolean isOurs(String code) {
        return reading.local().coding().assignments().stream()
                        .anyMatch(a -> a.code().code().equals(code)
                                && a.evidence().stream().anyMatch(e -> !evidenced.isPassage(e.span())))
                || reading.local().coding().rejected().stream()
                        .anyMatch(r -> r.code().equals(code)
                                && r.ruleId().equals("NOT-REPORTABLE")
                                && r.evidence().stream().noneMatch(e -> evidenced.isPassage(e.span())));
    }

    private static String sentence(String argument) {
        String text = argument.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private void reject(String code, int node, String ruleId, List<Span> places) {
        CodingRule rule = RULES.rule(ruleId);
        List<Evidence> evidence = places.stream()
                .limit(SHOWN_QUOTES)
                .map(span -> Evidence.of(reading.text(), span))
                .toList();
        String shown = node < 0 ? code : release.codeAt(node);
        rejected.putIfAbsent(
                shown + ' ' + ruleId,
                new RejectedCode(shown, node < 0 ? "" : release.titleAt(node), ruleId, rule.explanation(), evidence));
    }

    /** What every stretch that has it declined; a document that gives orders declines nothing. */
    private Map<String, String> declined(List<Located> replies) {
        Map<String, String> declined = new LinkedHashMap<>();
        if (!evidenced.hasPassages()) {
            for (Located located : replies) {
                located.reply().declined().forEach(d -> {
                    int node = release.indexOf(d.code());
                    if (node >= 0) {
                        declined.put(release.codeAt(node), located.restore().apply(d.reason()));
                    }
                });
            }
        }
        return declined;
    }

    private void keepOrDecline(CodeAssignment ours, Map<String, String> declined) {
        String code = ours.code().code();
        List<Evidence> evidence = ours.evidence().stream()
                .filter(e -> !evidenced.isPassage(e.span()))
                .toList();
        boolean proposed = proposals.stream().anyMatch(p -> p.code().equals(code));
        if (proposed || evidence.isEmpty()) {
            if (!proposed) {
                reject(code, release.indexOf(code), "PROPOSED-INSTRUCTION", List.of());
            }
            return;
        }
        boolean sibling = proposals.stream()
                .anyMatch(p -> p.code().startsWith(code.substring(0, CATEGORY)) && !evidenced.hasPassages());
        if (declined.containsKey(code) || sibling) {
            decline(ours, declined.getOrDefault(code, ""));
        } else {
            proposals.add(new ProposedCode(
                    code,
                    ours.confidence(),
                    "",
                    evidence.stream().map(Evidence::span).toList()));
        }
    }

    private void decline(CodeAssignment ours, String reason) {
        CodingRule rule = RULES.rule("PROPOSED-DECLINED");
        String code = ours.code().code();
        boolean shown = ownWords.mayBeShown(reason, ours.code().title());
        rejected.put(
                code + ' ' + rule.id(),
                new RejectedCode(
                        code,
                        ours.code().title(),
                        rule.id(),
                        rule.explanation() + (shown ? " " + sentence(reason) : ""),
                        ours.evidence()));
    }
}
