package ai.meddoc.coding;

import ai.meddoc.text.RuleFile;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The coding rules in the order in which they apply. Immutable; thread-safe. */
public final class RuleBook {

    private static final int COLUMNS = 7;

    private static final Set<CodingRule.Kind> COMBINING =
            EnumSet.of(CodingRule.Kind.COMBINE, CodingRule.Kind.MERGE, CodingRule.Kind.BECOME, CodingRule.Kind.ADD);

    private static final Set<CodingRule.Kind> DROPPING = EnumSet.of(
            CodingRule.Kind.DROP,
            CodingRule.Kind.DROP_OUTPATIENT,
            CodingRule.Kind.DROP_INPATIENT,
            CodingRule.Kind.DROP_UNLESS);

    private final Map<String, CodingRule> byId;
    private final List<CodingRule> combinations;
    private final List<CodingRule> drops;
    private final List<CodingRule> companions;

    private RuleBook(List<CodingRule> rules) {
        Map<String, CodingRule> ids = new LinkedHashMap<>();
        rules.forEach(rule -> ids.put(rule.id(), rule));
        this.byId = ids;
        this.combinations =
                rules.stream().filter(r -> COMBINING.contains(r.kind())).toList();
        this.drops = rules.stream().filter(r -> DROPPING.contains(r.kind())).toList();
        this.companions =
                rules.stream().filter(r -> r.kind() == CodingRule.Kind.INCLUDE).toList();
    }

    /** The bundled rules. */
    public static RuleBook load() {
        return new RuleBook(RuleFile.rows(RuleBook.class, "coding-rules.tsv", COLUMNS).stream()
                .map(CodingRule::parse)
                .toList());
    }

    public List<CodingRule> all() {
        return List.copyOf(byId.values());
    }

    /** @throws IllegalArgumentException if there is no such rule */
    public CodingRule rule(String id) {
        CodingRule rule = byId.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no coding rule " + id);
        }
        return rule;
    }

    List<CodingRule> combinations() {
        return combinations;
    }

    List<CodingRule> companions() {
        return companions;
    }

    List<CodingRule> drops() {
        return drops;
    }
}
