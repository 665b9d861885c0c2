package ai.meddoc.terminology;

import ai.meddoc.text.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers the terms of a release: our tables of what clinicians write, titles and inclusion terms. Stateless;
 * thread-safe.
 */
public final class TermLibrary {

    /** Seventh-character codes have no words of their own. */
    private static final int LONGEST_CODE = 7;

    /** Everyday words that happen to be a title or inclusion term, and mean something else in a note. */
    private static final Set<String> BLOCKED = RuleFile.rows(TermLibrary.class, "blocked-terms.tsv", 1).stream()
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());

    private TermLibrary() {}

    /** The index of a release: the one that the build prepared where it fits, else made anew, which takes a second. */
    public static TermIndex index(Icd10Cm release) {
        try (InputStream image = TermLibrary.class.getResourceAsStream("terms.bin")) {
            TermIndex prepared = image == null ? null : TermImage.read(image, release);
            return prepared == null ? build(release) : prepared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indexes all terms of a release, the most trusted sources first. */
    static TermIndex build(Icd10Cm release) {
        List<Term> terms = new ArrayList<>(120_000);
        addEveryday(release, terms);
        addIndexTerms(release, terms);
        addTitles(release, terms);
        addInclusionTerms(release, terms);
        return new TermIndexBuilder(equivalents()).build(terms);
    }

    private static void addEveryday(Icd10Cm release, List<Term> terms) {
        for (TermTable.Entry entry : TermTable.bundled().entries()) {
            int node = release.indexOf(entry.code());
            if (node >= 0) {
                terms.add(
                        new Term(node, entry.phrase(), TermSource.EVERYDAY, entry.isAbbreviation(), entry.ambiguous()));
            }
        }
    }

    private static void addIndexTerms(Icd10Cm release, List<Term> terms) {
        for (int node = 0; node < release.size(); node++) {
            for (String phrase : release.indexTermsAt(node)) {
                addOfficial(node, phrase, TermSource.INDEX, terms);
            }
        }
    }

    private static void addTitles(Icd10Cm release, List<Term> terms) {
        for (int node = 0; node < release.size(); node++) {
            String code = release.codeAt(node);
            if (code.length() <= LONGEST_CODE && code.charAt(0) < 'V'
                    || code.charAt(0) == 'Z' && code.length() <= LONGEST_CODE) {
                for (String phrase : TermPhrases.of(release.titleAt(node))) {
                    addOfficial(node, phrase, TermSource.TITLE, terms);
                }
            }
        }
    }

    private static void addOfficial(int node, String phrase, TermSource source, List<Term> terms) {
        List<String> words = TermIndex.wordsIn(phrase).stream()
                .map(WordForms::fold)
                .filter(word -> !Vocabulary.isStopWord(word))
                .toList();
        boolean vague = words.size() == 1 && BLOCKED.contains(words.get(0))
                || BLOCKED.contains(phrase.toLowerCase(Locale.ROOT).strip());
        if (!vague) {
            terms.add(new Term(node, phrase, source, TermTable.isAbbreviation(phrase.strip()), false));
        }
    }

    private static void addInclusionTerms(Icd10Cm release, List<Term> terms) {
        for (int node = 0; node < release.size(); node++) {
            for (String term : release.inclusionTermsAt(node)) {
                for (String phrase : TermPhrases.of(term)) {
                    addOfficial(node, phrase, TermSource.INCLUSION, terms);
                }
            }
        }
    }

    private static Map<String, String> equivalents() {
        Map<String, String> canonical = new HashMap<>();
        if (TermLibrary.class.getResource("word-equivalents.tsv") == null) {
            return canonical;
        }
        for (List<String> row : RuleFile.rows(TermLibrary.class, "word-equivalents.tsv", 2)) {
            for (String word : row.get(1).split("\\|")) {
                canonical.put(
                        WordForms.fold(word.strip()), WordForms.fold(row.get(0).strip()));
            }
        }
        return canonical;
    }
}
