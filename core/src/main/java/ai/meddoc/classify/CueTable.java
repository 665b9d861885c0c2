package ai.meddoc.classify;

import ai.meddoc.document.DocumentType;
import ai.meddoc.text.PhraseTrie;
import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cues of {@code cues.tsv} and the analytes of {@code panels.tsv}. Immutable and thread-safe. */
final class CueTable {

    /** Where a cue counts. */
    enum Place {
        TITLE,
        HEAD,
        ANY,
        FEATURE
    }

    /** The panel an analyte belongs to. */
    enum Panel {
        CBC,
        DIFF,
        BMP,
        CMP,
        OTHER
    }

    /** A cue; weights by {@link DocumentType#ordinal()}. */
    record Definition(String id, Place place, int cap, double[] weights) {}

    /** An analyte of a panel. */
    record Analyte(Panel panel, String name) {}

    private static final int[] NO_CUES = {};

    private final List<Definition> cues = new ArrayList<>();
    private final List<Analyte> analytes = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final int[][] cuesOf;
    private final int[] analyteOf;
    private final PhraseTrie trie;

    private CueTable() {
        Map<String, Integer> phrases = new LinkedHashMap<>();
        List<List<Integer>> cuesByPhrase = new ArrayList<>();
        Map<Integer, Integer> analyteByPhrase = new HashMap<>();
        for (List<String> row : RuleFile.rows(CueTable.class, "cues.tsv", 5)) {
            byId.put(row.get(0), cues.size());
            for (String phrase : row.get(4).split(";")) {
                cuesByPhrase.get(number(phrases, cuesByPhrase, phrase)).add(cues.size());
            }
            cues.add(new Definition(
                    row.get(0), Place.valueOf(row.get(1)), Integer.parseInt(row.get(2)), weights(row.get(3))));
        }
        for (List<String> row : RuleFile.rows(CueTable.class, "panels.tsv", 3)) {
            for (String phrase : row.get(2).split(";")) {
                analyteByPhrase.put(number(phrases, cuesByPhrase, phrase), analytes.size());
            }
            analytes.add(new Analyte(Panel.valueOf(row.get(0)), row.get(1)));
        }
        phrases.remove("-");
        phrases.keySet().forEach(phrase -> inherit(phrase, phrases, cuesByPhrase));
        this.trie = PhraseTrie.of(phrases);
        this.cuesOf = new int[cuesByPhrase.size()][];
        this.analyteOf = new int[cuesByPhrase.size()];
        for (int i = 0; i < cuesOf.length; i++) {
            cuesOf[i] = cuesByPhrase.get(i).stream().mapToInt(Integer::intValue).toArray();
            analyteOf[i] = analyteByPhrase.getOrDefault(i, -1);
        }
    }

    static CueTable load() {
        return new CueTable();
    }

    private static int number(Map<String, Integer> phrases, List<List<Integer>> cuesByPhrase, String phrase) {
        Integer known = phrases.get(phrase);
        if (known != null) {
            return known;
        }
        phrases.put(phrase, cuesByPhrase.size());
        cuesByPhrase.add(new ArrayList<>());
        return cuesByPhrase.size() - 1;
    }

    /** A longer phrase hides the shorter ones it starts with, so it carries their cues too: "CT chest" is a "CT". */
    private static void inherit(String phrase, Map<String, Integer> phrases, List<List<Integer>> cuesByPhrase) {
        List<Integer> own = cuesByPhrase.get(Objects.requireNonNull(phrases.get(phrase)));
        for (int space = phrase.indexOf(' '); space > 0; space = phrase.indexOf(' ', space + 1)) {
            Integer shorter = phrases.get(phrase.substring(0, space));
            if (shorter != null) {
                cuesByPhrase.get(shorter).stream()
                        .filter(cue -> !own.contains(cue))
                        .forEach(own::add);
            }
        }
    }

    private static double[] weights(String text) {
        double[] weights = new double[DocumentType.values().length];
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            weights[type(part.substring(0, equals)).ordinal()] = Double.parseDouble(part.substring(equals + 1));
        }
        return weights;
    }

    private static DocumentType type(String name) {
        return switch (name) {
            case "CBC" -> DocumentType.COMPLETE_BLOOD_COUNT;
            case "BMP" -> DocumentType.BASIC_METABOLIC_PANEL;
            default -> DocumentType.fromWireName(name).orElseThrow(() -> new IllegalStateException("no type " + name));
        };
    }

    PhraseTrie trie() {
        return trie;
    }

    int size() {
        return cues.size();
    }

    Definition cue(int index) {
        return cues.get(index);
    }

    int indexOf(String id) {
        Integer index = byId.get(id);
        if (index == null) {
            throw new IllegalStateException("no cue " + id);
        }
        return index;
    }

    /** The cues that a phrase of {@link #trie()} belongs to. */
    int[] cuesOf(int phrase) {
        return phrase < cuesOf.length ? cuesOf[phrase] : NO_CUES;
    }

    /** The analyte that a phrase names, or -1. */
    int analyteOf(int phrase) {
        return analyteOf[phrase];
    }

    Analyte analyte(int index) {
        return analytes.get(index);
    }

    int analytes() {
        return analytes.size();
    }

    @Override
    public String toString() {
        return "CueTable[" + cues.size() + " cues, "
                + Arrays.stream(cuesOf).mapToInt(c -> c.length).sum() + " phrases]";
    }
}
