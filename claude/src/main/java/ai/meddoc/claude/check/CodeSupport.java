package ai.meddoc.claude.check;

import ai.meddoc.engine.DocumentReading;
import ai.meddoc.mention.Mention;
import ai.meddoc.terminology.CodeSearch;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import ai.meddoc.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether quoted words name anything that a code stands for: our own mention of the same block in the quote, a search for
 * the quote that leads there, or a telling word of the code's title. It keeps out a code that is merely attached to some true sentence.
 * Made once per document; not thread-safe.
 */
final class CodeSupport {

    private static final int HITS = 20;
    private static final int STEM = 5;
    private static final int CATEGORY = 3;
    private static final Set<String> GENERAL = Set.of(
            "acute", "chron", "unspe", "other", "disea", "disor", "condi", "initi", "encou", "subse", "witho", "speci",
            "right", "left", "bilat", "compl", "syndr", "perso", "histo", "famil", "statu", "curre", "mild", "moder",
            "sever", "patie", "prese", "due", "with", "unkno", "cause", "class", "elsew", "state", "site", "type",
            "stage", "great", "lower", "upper", "multi", "singl", "abnor", "findi", "resul", "asses", "plan", "docum",
            "code", "long", "term", "use", "drug", "care", "visit", "follo", "healt", "servi", "probl", "relat",
            "diagn", "note");

    private final DocumentReading reading;
    private final CodeSearch search;
    private final Map<String, Set<String>> blocksOfQuotes = new HashMap<>();

    CodeSupport(DocumentReading reading, CodeSearch search) {
        this.reading = reading;
        this.search = search;
    }

    boolean supports(Span quote, String code) {
        String block = block(code);
        return mentions(quote).contains(block)
                || sharesTellingWord(quote, code)
                || searched(quote).contains(block);
    }

    private Set<String> mentions(Span quote) {
        Set<String> blocks = new HashSet<>();
        for (Mention mention : reading.input().mentions()) {
            if (mention.span().overlaps(quote)) {
                blocks.add(block(reading.release().codeAt(mention.node())));
            }
        }
        return blocks;
    }

    private Set<String> searched(Span quote) {
        return blocksOfQuotes.computeIfAbsent(reading.text().quote(quote), words -> {
            Set<String> blocks = new HashSet<>();
            search.search(words, HITS).stream()
                    .filter(hit -> hit.score() >= 0.5)
                    .forEach(hit -> blocks.add(block(hit.code().code())));
            return blocks;
        });
    }

    private boolean sharesTellingWord(Span quote, String code) {
        Icd10Cm release = reading.release();
        Set<String> title = stems(release.titleAt(release.indexOf(code)));
        return stems(reading.text().quote(quote)).stream().anyMatch(title::contains);
    }

    private static Set<String> stems(String words) {
        Set<String> stems = new HashSet<>();
        for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            String stem = word.substring(0, Math.min(STEM, word.length()));
            if (word.length() > CATEGORY && !GENERAL.contains(stem)) {
                stems.add(stem);
            }
        }
        return stems;
    }

    /**
     * The block of the tabular list (such as I10-I1A) that a code stands in; the code's category where there is none, and for
     * symptoms, causes and statuses, whose blocks join what has nothing in common.
     */
    private String block(String code) {
        if (code.charAt(0) == 'R' || code.charAt(0) >= 'V') {
            return code.substring(0, Math.min(CATEGORY, code.length()));
        }
        List<Icd10CmCode> path = reading.release().path(code);
        for (Icd10CmCode node : path.reversed()) {
            if (node.code().indexOf('-') > 0) {
                return node.code();
            }
        }
        return code.substring(0, Math.min(CATEGORY, code.length()));
    }
}
