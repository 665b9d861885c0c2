package ai.meddoc.assertion;

import ai.meddoc.assertion.ContextRule.Category;
import ai.meddoc.assertion.ContextRule.Direction;
import ai.meddoc.section.Section;
import ai.meddoc.section.SectionKind;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Sentence;
import ai.meddoc.text.SentenceSplitter;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Decides what a sentence says of a mention: present, absent, possible or hypothetical; current or historical; of the
 * patient, the family or somebody else. Follows ConText (Harkema et al. 2009): trigger phrases with a scope that other
 * phrases end, rules in {@code context-rules.tsv}. One pass over a sentence, whatever the number of mentions. Immutable
 * and thread-safe.
 */
public final class AssertionDetector {

    private static final String BULLETS = "-*\u2022\u25cf\u00b7\u25aa";

    private final RuleTrie trie;
    private final SentenceSplitter splitter = SentenceSplitter.load();

    private AssertionDetector(RuleTrie trie) {
        this.trie = trie;
    }

    /** A detector with the rules of this package's data files. */
    public static AssertionDetector load() {
        return new AssertionDetector(RuleTrie.of(rules()));
    }

    /** The rules in force, in file order. */
    public static List<ContextRule> rules() {
        return RuleFile.rows(AssertionDetector.class, "context-rules.tsv", 6).stream()
                .map(row -> new ContextRule(
                        row.get(0),
                        row.get(1),
                        Category.valueOf(row.get(2).toUpperCase(Locale.ROOT)),
                        Direction.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(row.get(4)),
                        row.get(5)))
                .toList();
    }

    /** The context of one sentence, for any number of mentions in it. */
    public SentenceContext contextOf(DocumentText text, Sentence sentence, SectionKind section) {
        return new SentenceContext(section, new ScopeReader(text.text(), sentence.tokens(), trie).read());
    }

    /**
     * The contexts of all sentences, in their order. A trigger at the end of a line that introduces a list ("Denies:")
     * also governs the bullets that follow.
     *
     * @param sections of the same text, as the sectionizer gave them
     */
    public List<SentenceContext> contextsOf(DocumentText text, List<Sentence> sentences, List<Section> sections) {
        List<SentenceContext> contexts = new ArrayList<>(sentences.size());
        List<Scope> carried = List.of();
        int s = 0;
        for (Sentence sentence : sentences) {
            int start = sentence.span().start();
            while (s + 1 < sections.size() && sections.get(s + 1).span().start() <= start) {
                s++;
            }
            List<Scope> scopes = new ScopeReader(text.text(), sentence.tokens(), trie).read();
            boolean bullet = BULLETS.indexOf(text.text().charAt(start)) >= 0;
            if (bullet && !carried.isEmpty()) {
                scopes = spread(carried, scopes, sentence.span());
            } else {
                carried = introducing(text, sentence, scopes);
            }
            contexts.add(new SentenceContext(
                    sections.isEmpty() ? SectionKind.UNKNOWN : sections.get(s).kind(), scopes));
        }
        return contexts;
    }

    /** The scopes that reach the colon at a sentence's end. */
    private static List<Scope> introducing(DocumentText text, Sentence sentence, List<Scope> scopes) {
        int last = sentence.span().end() - 1;
        if (text.text().charAt(last) != ':') {
            return List.of();
        }
        return scopes.stream()
                .filter(scope ->
                        scope.rule().direction().isForward() && scope.span().contains(last))
                .toList();
    }

    private static List<Scope> spread(List<Scope> carried, List<Scope> own, Span over) {
        List<Scope> all = new ArrayList<>(own);
        carried.forEach(scope -> all.add(new Scope(scope.rule(), scope.trigger(), over)));
        return all;
    }

    /**
     * The assertion of a concept in a sentence without a document, as evaluations ask for it. The concept is looked for
     * without regard to case and white space; when it is not there, every trigger of the sentence counts.
     */
    public Assertion assertionIn(String sentence, String concept) {
        DocumentText text = DocumentText.of(sentence);
        Span span = FoldedSearch.find(sentence, concept);
        List<Sentence> parts = splitter.split(text);
        if (span.length() == 0) {
            List<Scope> all = new ArrayList<>();
            parts.forEach(part -> all.addAll(new ScopeReader(sentence, part.tokens(), trie).read()));
            return new SentenceContext(SectionKind.UNKNOWN, all).assertionAnywhere();
        }
        return parts.stream()
                .filter(part -> part.span().contains(span.start()))
                .findFirst()
                .map(part -> contextOf(text, part, SectionKind.UNKNOWN).assertionOf(span))
                .orElse(Assertion.DEFAULT);
    }
}
