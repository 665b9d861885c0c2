package ai.meddoc.terminology;

import ai.meddoc.text.RuleFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Cuts a phrase into the words by which it is searched: folded ({@link WordForms}), words of the same meaning made one,
 * words without meaning left out. The same for terms and queries. Thread-safe.
 */
final class SearchWords {
    /** What stands before a word that is denied. */
    static final String DENIED = "-";

    private static final String COMMA = ",";
    private static final Set<String> NEGATIONS = Set.of("without", "not", "no", "whether");
    private static final Set<String> STOP_WORDS = Set.of(
            "an",
            "the",
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "to",
            "with",
            "and",
            "or",
            "due",
            "is",
            "as",
            ",",
            "nos",
            "nec",
            "unspecified",
            "classified",
            "elsewhere",
            "otherwise",
            "specified",
            "site",
            "part",
            "patient",
            "has",
            "his",
            "her",
            "my");
    /** After these a single "a" is a name: hepatitis A. */
    private static final Set<String> LETTERED =
            Set.of("hepatitis", "vitamin", "type", "influenza", "hemophilia", "group", "streptococcus", "class");
    /** After these a Roman numeral is a number: IV is a way to give a drug elsewhere. */
    private static final Set<String> NUMBERED = Set.of("stage", "grade", "type", "class", "degree", "factor", "kidney");

    private static final Set<String> ROMAN = Set.of("i", "ii", "iii", "iv");

    private final Map<String, String> canonical = new HashMap<>();

    SearchWords() {
        addEquivalents("word-equivalents.tsv");
        addEquivalents("search-words.tsv");
    }

    private void addEquivalents(String file) {
        for (List<String> row : RuleFile.rows(SearchWords.class, file, 2)) {
            String word = WordForms.fold(row.get(0).strip());
            word = canonical.getOrDefault(word, word);
            for (String other : row.get(1).split("\\|")) {
                canonical.putIfAbsent(WordForms.fold(other.strip()), word);
            }
        }
    }

    /**
     * In the order of the phrase; a word may come twice. What is denied is another word, marked by a minus: "without
     * esophagitis" is not found by "esophagitis".
     */
    List<String> in(String phrase) {
        return in(phrase, WordForms::fold);
    }

    /** The same, folding by a caller who remembers. */
    List<String> in(String phrase, UnaryOperator<String> fold) {
        List<String> words = new ArrayList<>();
        String before = "";
        boolean denied = false;
        for (String raw : runs(spelledOut(phrase))) {
            String word = fold.apply(raw);
            denied = NEGATIONS.contains(word) || denied && !endsDenial(word);
            String known = canonical(word, before);
            if (isWord(known, before)) {
                words.add(denied ? DENIED + known : known);
            }
            denied &= !before.equals("not");
            before = known;
        }
        return words;
    }

    private static boolean endsDenial(String word) {
        return word.equals(COMMA) || word.equals("with") || word.equals("but");
    }

    private String canonical(String word, String before) {
        boolean letter = ROMAN.contains(word) && !NUMBERED.contains(before);
        return letter ? word : canonical.getOrDefault(word, word);
    }

    private static boolean isWord(String known, String before) {
        boolean article = known.equals("a") && !LETTERED.contains(before);
        return !article && !known.isEmpty() && !STOP_WORDS.contains(known) && !NEGATIONS.contains(known);
    }

    private static String spelledOut(String phrase) {
        String spelled = phrase.indexOf('/') < 0
                ? phrase
                : phrase.replace("w/o", "without ").replace("w/", "with ");
        return spelled.replace("whether with", "whether");
    }

    /** Runs of letters and digits with apostrophes inside, and the commas between them. */
    private static List<String> runs(String phrase) {
        List<String> runs = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= phrase.length(); i++) {
            char c = i < phrase.length() ? phrase.charAt(i) : ' ';
            boolean inside = Character.isLetterOrDigit(c) || start >= 0 && (c == '\'' || c == '\u2019');
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                runs.add(phrase.substring(start, i));
                start = -1;
            }
            if (c == ',' || c == ';') {
                runs.add(COMMA);
            }
        }
        return runs;
    }
}
