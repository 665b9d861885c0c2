package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Details that hold for the whole document and choose among sibling codes: the trimester, that the child is born, that
 * consciousness was not lost. The data file says which part of a title gives way to which. Immutable; thread-safe.
 */
final class DocumentDetails {

    private static final int COLUMNS = 6;

    private final Icd10Cm release;
    private static final int CATEGORY = 3;

    private final CodeTree tree;
    private final List<Detail> details;

    /**
     * @param about the codes that it chooses among
     * @param title the part of their titles, in lower case, that gives way to {@code instead}
     * @param beside codes one of which has to stand in the document; empty for none
     * @param said what the document has to say, in lower case; empty for nothing
     */
    private record Detail(
            String ruleId, CodePrefixes about, Pattern title, String instead, CodePrefixes beside, CuedPattern said) {

        static Detail parse(List<String> row) {
            return new Detail(
                    row.get(0),
                    CodePrefixes.parse(row.get(1)),
                    Pattern.compile(row.get(2)),
                    row.get(3),
                    CodePrefixes.parse(row.get(4)),
                    CuedPattern.compile(row.get(5)));
        }

        boolean holds(Map<String, Draft> drafts, String lower) {
            return (beside.isEmpty() || drafts.keySet().stream().anyMatch(beside::has)) && said.isIn(lower);
        }
    }

    DocumentDetails(CodeTree tree) {
        this.tree = tree;
        this.release = tree.release();
        this.details = RuleFile.rows(DocumentDetails.class, "document-details.tsv", COLUMNS).stream()
                .map(Detail::parse)
                .toList();
    }

    /** Puts each draft whose title leaves a detail open, or at its default, under the code that says what holds. */
    void refine(Map<String, Draft> drafts, CodingInput input) {
        String lower = input.text().lower();
        Map<Detail, Boolean> holding = new HashMap<>();
        for (Draft draft : new ArrayList<>(drafts.values())) {
            Draft now = draft;
            for (Detail detail : details) {
                if (detail.about().has(now.code())) {
                    int node = sibling(now.node(), detail);
                    if (node >= 0 && holding.computeIfAbsent(detail, d -> d.holds(drafts, lower))) {
                        now = replace(drafts, now, node, detail.ruleId());
                    }
                }
            }
        }
    }

    private Draft replace(Map<String, Draft> drafts, Draft draft, int node, String ruleId) {
        Draft refined = draft.recoded(node, release.codeAt(node), ruleId);
        Map<String, Draft> all = new LinkedHashMap<>();
        drafts.forEach((code, d) -> {
            Draft now = d == draft ? refined : d;
            all.merge(now.code(), now, Draft::absorbing);
        });
        drafts.clear();
        drafts.putAll(all);
        return all.getOrDefault(refined.code(), refined);
    }

    /** The code of the same category whose title is the node's with the part changed; negative for none. */
    private int sibling(int node, Detail detail) {
        Matcher part = detail.title().matcher(release.titleAt(node).toLowerCase(Locale.ROOT));
        return part.find() ? titled(category(node), part.replaceFirst(detail.instead()), node) : -1;
    }

    private int category(int node) {
        int at = node;
        while (release.codeAt(at).length() > CATEGORY && release.parentAt(at) >= 0) {
            at = release.parentAt(at);
        }
        return at;
    }

    private int titled(int under, String title, int but) {
        if (under != but
                && release.billableAt(under)
                && release.titleAt(under).toLowerCase(Locale.ROOT).equals(title)) {
            return under;
        }
        for (int child : tree.childrenOf(under)) {
            int found = titled(child, title, but);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
