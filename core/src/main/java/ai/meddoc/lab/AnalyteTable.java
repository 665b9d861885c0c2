package ai.meddoc.lab;

import ai.meddoc.text.PhraseTrie;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The analytes of {@code analytes.tsv} and the names they go by. Immutable and thread-safe. */
final class AnalyteTable {

    /** What a phrase of running text is. */
    enum Kind {
        RESULT,
        /** Two results written as one name ("H&H"). */
        PAIR,
        /** May stand between a name and its value. */
        CONNECTOR,
        /** Urine, cerebrospinal and other fluids: names of blood analytes after it are not of the blood. */
        FLUID,
        /** A goal or a condition: what follows is no result. */
        TARGET,
        /** A drug, a vital sign: no result. */
        BLOCKED
    }

    /** A name that several analytes may share; the unit tells which ("Neutrophils" in % or K/uL). */
    record Name(Kind kind, List<Analyte> analytes, boolean ambiguous, boolean tablesOnly) {
        private static Name of(Kind kind) {
            return new Name(kind, List.of(), false, false);
        }
    }

    static final int SHORTEST_CUT_NAME = 8;

    private final Map<String, Name> byName = new HashMap<>();
    private final NavigableMap<String, Name> sorted;
    private final List<Name> numbered = new ArrayList<>();
    private final Set<String> blocked = new HashSet<>();
    private final PhraseTrie trie;
    private final int size;

    private AnalyteTable() {
        List<List<String>> rows = RuleFile.rows(AnalyteTable.class, "analytes.tsv", 8);
        this.size = rows.size();
        rows.forEach(this::add);
        this.sorted = new TreeMap<>(byName);
        Map<String, Name> phrases = new LinkedHashMap<>();
        for (List<String> row : RuleFile.rows(AnalyteTable.class, "connectors.tsv", 1)) {
            phrases.put(row.get(0), Name.of(Kind.CONNECTOR));
        }
        for (List<String> row : RuleFile.rows(AnalyteTable.class, "not-results.tsv", 2)) {
            if (kind(row.get(1)) == Kind.BLOCKED) {
                blocked.add(row.get(0));
            }
            if (!row.get(1).equals("ADMIN")) {
                phrases.put(row.get(0), Name.of(kind(row.get(1))));
            }
        }
        phrases.putAll(sorted);
        for (List<String> row : RuleFile.rows(AnalyteTable.class, "pairs.tsv", 3)) {
            List<Analyte> both = List.of(named(row.get(1)), named(row.get(2)));
            phrases.put(row.get(0), new Name(Kind.PAIR, both, false, false));
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        phrases.forEach((text, name) -> {
            numbers.put(text, numbered.size());
            numbered.add(name);
        });
        this.trie = PhraseTrie.of(numbers);
    }

    private static Kind kind(String word) {
        return word.equals("TARGET") ? Kind.TARGET : word.equals("FLUID") ? Kind.FLUID : Kind.BLOCKED;
    }

    private Analyte named(String analyte) {
        for (Name name : sorted.values()) {
            for (Analyte candidate : name.analytes()) {
                if (candidate.name().equals(analyte)) {
                    return candidate;
                }
            }
        }
        throw new IllegalStateException("no analyte of that name: " + analyte);
    }

    static AnalyteTable load() {
        return new AnalyteTable();
    }

    private void add(List<String> row) {
        Analyte analyte = AnalyteRow.read(row);
        for (String text : row.get(7).split(";")) {
            char mark = text.charAt(0);
            String key = mark == '!' || mark == '~' ? text.substring(1) : text;
            Name before = byName.get(key);
            List<Analyte> analytes = new ArrayList<>(before == null ? List.of() : before.analytes());
            if (!analytes.contains(analyte)) {
                analytes.add(analyte);
            }
            boolean ambiguous = mark == '!' || before != null && before.ambiguous();
            byName.put(
                    key,
                    new Name(
                            Kind.RESULT,
                            List.copyOf(analytes),
                            ambiguous,
                            mark == '~' && (before == null || before.tablesOnly())));
        }
    }

    int size() {
        return size;
    }

    /** Finds names and the words around them in running text. */
    PhraseTrie trie() {
        return trie;
    }

    /** What a phrase of {@link #trie()} is. */
    Name name(int phrase) {
        return numbered.get(phrase);
    }

    /** Whether a printed name (words only, lower case) is a vital sign or a field of the form. */
    boolean isBlocked(String words) {
        return blocked.contains(words);
    }

    /** Whether a name means an analyte in tables only. */
    boolean isTablesOnly(String words) {
        Name name = byName.get(words);
        return name != null && name.tablesOnly();
    }

    /** Looks up what a draft with a value means, once. */
    @Nullable Analyte resolve(Draft draft, CharSequence text) {
        if (!draft.resolved) {
            draft.analyte = resolve(draft.name, draft.unit(text), draft.value().value());
            draft.resolved = true;
        }
        return draft.analyte;
    }

    /** The analyte a printed name means; the name may be cut off or carry a specimen, the unit decides among several. */
    @Nullable Analyte resolve(String printed, String unit, double value) {
        String words = Scan.words(printed, 0, printed.length());
        Name name = byName.get(words);
        if (name == null) {
            name = withoutQualifiers(printed);
        }
        if (name != null) {
            Analyte chosen = choose(name.analytes(), unit, value);
            Analyte longer = !unit.isEmpty() && (chosen == null || chosen.factor(unit) == null)
                    ? cut(words, unit, value, true)
                    : null;
            return longer == null ? chosen : longer;
        }
        return cut(words, unit, value, false);
    }

    private @Nullable Name withoutQualifiers(String printed) {
        for (String part : NameVariants.of(printed)) {
            Name name = byName.get(part);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    /** Names that start with a cut-off one: "aspartate aminotransferas". */
    private @Nullable Analyte cut(String words, String unit, double value, boolean unitDecides) {
        if (words.length() < SHORTEST_CUT_NAME) {
            return null;
        }
        List<Analyte> analytes = new ArrayList<>();
        for (Map.Entry<String, Name> entry : sorted.tailMap(words, true).entrySet()) {
            if (!entry.getKey().startsWith(words)) {
                break;
            }
            for (Analyte analyte : entry.getValue().analytes()) {
                if (!analytes.contains(analyte) && (!unitDecides || analyte.factor(unit) != null)) {
                    analytes.add(analyte);
                }
            }
        }
        return analytes.isEmpty() ? null : choose(analytes, unit, value);
    }

    /** The first that knows the unit and can have the value, else the first that knows the unit, else the first. */
    static @Nullable Analyte choose(List<Analyte> analytes, String unit, double value) {
        Analyte withUnit = null;
        for (Analyte analyte : analytes) {
            Double factor = analyte.factor(unit);
            if (factor != null) {
                if (analyte.isPlausible(value * factor)) {
                    return analyte;
                }
                withUnit = withUnit == null ? analyte : withUnit;
            }
        }
        return withUnit != null ? withUnit : analytes.isEmpty() ? null : analytes.get(0);
    }
}
