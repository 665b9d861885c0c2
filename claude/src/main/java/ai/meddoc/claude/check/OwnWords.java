package ai.meddoc.claude.check;

import ai.meddoc.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a sentence of the model's own may be shown: short, plain, without addresses or markup, without a word that the
 * document says only in a passage addressed to a program, and without a run of words from our instructions. Made once per
 * document; not changed afterwards.
 */
final class OwnWords {

    static final int LONGEST = 400;

    private static final int RUN = 8;
    private static final int SHORT = 3;
    private static final Pattern MARKUP =
            Pattern.compile("<[A-Za-z/!?]|[{}`\\\\]|https?:|www\\.|javascript:|\\R|\\p{Cntrl}");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> tainted;
    private final Set<String> promptRuns;

    OwnWords(String text, List<Span> instructions, Set<String> promptRuns) {
        this.tainted = taintedWords(text, instructions);
        this.promptRuns = promptRuns;
    }

    private static Set<String> taintedWords(String text, List<Span> instructions) {
        Set<String> inside = new HashSet<>();
        Set<String> outside = new HashSet<>();
        int from = 0;
        for (Span span : instructions) {
            outside.addAll(words(text.substring(from, Math.max(from, span.start()))));
            inside.addAll(words(span.of(text)));
            from = Math.max(from, span.end());
        }
        outside.addAll(words(text.substring(from)));
        inside.removeAll(outside);
        return inside;
    }

    /** @param known words that are fine whatever the document does with them, such as a code's title */
    boolean mayBeShown(String sentence, String known) {
        if (sentence.isBlank()
                || sentence.length() > LONGEST
                || MARKUP.matcher(sentence).find()) {
            return false;
        }
        Set<String> fine = new HashSet<>(words(known));
        boolean clean = words(sentence).stream()
                .filter(word -> word.length() > SHORT || word.chars().anyMatch(Character::isDigit))
                .allMatch(word -> fine.contains(word) || !tainted.contains(word));
        return clean && runs(sentence).stream().noneMatch(promptRuns::contains);
    }

    static List<String> words(String text) {
        return NOT_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** All runs of {@value #RUN} words. */
    static Set<String> runs(String text) {
        List<String> words = words(text);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
