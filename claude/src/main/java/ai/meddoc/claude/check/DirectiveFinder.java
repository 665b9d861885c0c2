package ai.meddoc.claude.check;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds sentences that speak of the answer a program is to give, whatever their words: each names the answer, its reader, a code
 * or given words, or directs, and enough of that together is no documentation of care. Weighed features of {@code
 * instruction-features.tsv}. Immutable; thread-safe.
 */
final class DirectiveFinder {

    private static final int COLUMNS = 3;
    private static final int ENOUGH = 30;
    private static final int MORE = 40;
    private static final int LONG = 200;

    /** What is said to a reader that is no person goes on for a few sentences. */
    private static final int ADDRESSED = 10;

    private static final int SENTENCES = 3;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]++(?:[.!?](?!\\s|$)[^.!?\\n]*+)*+[.!?]*+");

    private record Feature(String id, int weight, Pattern pattern) {}

    private final List<Feature> features;

    private DirectiveFinder(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    static DirectiveFinder load() {
        return new DirectiveFinder(RuleFile.rows(DirectiveFinder.class, "instruction-features.tsv", COLUMNS).stream()
                .map(row -> new Feature(
                        row.get(0),
                        Integer.parseInt(row.get(1)),
                        Pattern.compile(row.get(2), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)))
                .toList());
    }

    /** In text order. */
    List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        Matcher sentences = SENTENCE.matcher(text);
        int addressed = 0;
        while (sentences.find()) {
            Span sentence = new Span(sentences.start(), sentences.end());
            int carried = addressed-- > 0 ? ADDRESSED : 0;
            addressed = speaksToReader(sentence.of(text)) ? SENTENCES : addressed;
            // In a long sentence ordinary words meet by chance.
            if (carried + score(sentence.of(text)) >= (sentence.length() > LONG ? MORE : ENOUGH)) {
                found.add(sentence);
            }
        }
        return found;
    }

    private boolean speaksToReader(String sentence) {
        return features.stream()
                .anyMatch(f ->
                        f.id().equals("reader") && f.pattern().matcher(sentence).find());
    }

    private int score(String sentence) {
        return features.stream()
                .filter(feature -> feature.pattern().matcher(sentence).find())
                .mapToInt(Feature::weight)
                .sum();
    }
}
