package ai.meddoc.section;

import ai.meddoc.text.RuleFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The spellings of headings, from {@code sections.tsv}. Immutable and thread-safe. */
final class HeadingRules {

    private static final int LONGEST = 45;
    private static final Pattern DATE = Pattern.compile("(?: \\d+)+$");
    private static final List<String> STARTS =
            List.of("dx ", "diagnosis ", "diagnoses ", "indication ", "reason for exam ", "impression ", "assessment ");

    private final Map<String, HeadingRule> bySpelling;
    private final LabelWords labels = LabelWords.load();

    private HeadingRules(Map<String, HeadingRule> bySpelling) {
        this.bySpelling = Map.copyOf(bySpelling);
    }

    static HeadingRules load() {
        Map<String, HeadingRule> rules = new HashMap<>();
        for (List<String> row : RuleFile.rows(HeadingRules.class, "sections.tsv", 5)) {
            HeadingRule rule = new HeadingRule(
                    row.get(0),
                    row.get(1),
                    SectionKind.valueOf(row.get(2)),
                    HeadingRule.Place.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
                    row.get(4).isEmpty() ? Optional.empty() : Optional.of(SectionKind.valueOf(row.get(4))));
            if (rules.put(rule.spelling(), rule) != null) {
                throw new IllegalStateException("sections.tsv has two rows for one spelling: " + rule.id());
            }
        }
        return new HeadingRules(rules);
    }

    @Nullable HeadingRule find(String spelling) {
        return bySpelling.get(spelling);
    }

    /** By its first words, for labels that say more ("Attending comment 04 03"), or by who speaks in it. */
    @Nullable HeadingRule findByStart(String spelling) {
        HeadingRule undated = bySpelling.get(DATE.matcher(spelling).replaceFirst(""));
        if (undated != null || spelling.length() > LONGEST) {
            return undated;
        }
        for (String start : STARTS) {
            if (spelling.startsWith(start)) {
                return bySpelling.get(start.strip());
            }
        }
        return byWords(spelling);
    }

    private @Nullable HeadingRule byWords(String spelling) {
        return labels.kindOf(spelling)
                .map(kind -> new HeadingRule("label", spelling, kind, HeadingRule.Place.LABEL, Optional.empty()))
                .orElse(null);
    }
}
