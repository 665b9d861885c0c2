package ai.meddoc.mention;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermSource;
import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the phrases to which a corpus's coders give a code whatever stands beside them. For the mode that counts every
 * mention alone: they tell how that corpus is coded, not what a coder would report. Immutable; thread-safe.
 */
public final class LearnedPhrases {

    /** Without a phrase. */
    public static final LearnedPhrases NONE = new LearnedPhrases(List.of());

    private final Map<String, List<LearnedPhrase>> byPhrase;

    private LearnedPhrases(List<LearnedPhrase> phrases) {
        byPhrase = phrases.stream().collect(Collectors.groupingBy(LearnedPhrase::phrase));
    }

    public static LearnedPhrases of(List<LearnedPhrase> phrases) {
        return new LearnedPhrases(phrases);
    }

    /** Those that come with the program; the file tells what they were learned from. */
    public static LearnedPhrases bundled() {
        return of(RuleFile.rows(LearnedPhrases.class, "learned-phrases.tsv", 4).stream()
                .map(row -> new LearnedPhrase(
                        row.get(0), row.get(1), Integer.parseInt(row.get(2)), Integer.parseInt(row.get(3))))
                .toList());
    }

    /** A mention for each phrase and each of its codes that {@code release} has and can be billed, in text order. */
    public List<Mention> find(String text, TextWords words, Icd10Cm release) {
        List<Mention> mentions = new ArrayList<>();
        for (int s = 0; s < words.sentences(); s++) {
            for (WordRuns.Run run : WordRuns.of(text, words.sentence(s))) {
                for (LearnedPhrase phrase : byPhrase.getOrDefault(run.phrase(), List.of())) {
                    int node = release.indexOf(phrase.code());
                    if (node >= 0 && release.billableAt(node)) {
                        mentions.add(mention(words, s, run, new Found(node, phrase)));
                    }
                }
            }
        }
        return mentions;
    }

    private record Found(int node, LearnedPhrase phrase) {}

    private static Mention mention(TextWords words, int sentence, WordRuns.Run run, Found found) {
        List<Span> spans = new ArrayList<>();
        for (int t = run.firstToken(); t <= run.lastToken(); t++) {
            spans.add(words.token(sentence, t).span());
        }
        Term term = new Term(found.node, found.phrase.phrase(), TermSource.LEARNED, false, false);
        return new Mention(
                run.span(),
                Mention.NOT_INDEXED,
                term,
                sentence,
                run.firstToken(),
                run.lastToken(),
                0,
                spans,
                found.phrase.share(),
                false);
    }
}
