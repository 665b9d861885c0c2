package ai.meddoc.claude.check;

import ai.meddoc.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a sentence of the model's own may be shown: short, plain, without addresses or markup, made mostly of words that the
 * document, the code's title or our instructions have, without a word that the document says only in a passage addressed to a
 * program, and without a run of words from our instructions. Figures, names of variables and the like must stand in the
 * document. Made once per document; not changed afterwards.
 */
final class OwnWords {

    static final int LONGEST = 400;

    private static final int RUN = 8;
    private static final int SHORT = 3;
    private static final Pattern MARKUP =
            Pattern.compile("<[A-Za-z/!?]|[{}`\\\\]|https?:|www\\.|javascript:|\\R|\\p{Cntrl}");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}'\u2019]+");
    private static final Pattern GUIDELINE =
            Pattern.compile("I{1,3}V?(?:\\.[A-Za-z0-9]{1,2}){1,5}|IV(?:\\.[A-Za-z0-9]{1,2}){0,5}");
    private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}]+|[\\p{P}\\p{S}]+$");
    private static final double KNOWN_SHARE = 0.6;
    private static final int STEM = 5;

    private final Set<String> tainted;
    private final Set<String> outside = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private final String document;
    private final Instructions prompt;

    /** What is known of our own instructions: runs of words that must not come back, and stems that anybody may use. */
    record Instructions(Set<String> runs, Set<String> stems) {
        Instructions {
            runs = Set.copyOf(runs);
            stems = Set.copyOf(stems);
        }

        static Instructions of(String prompt) {
            Set<String> stems = new HashSet<>();
            words(prompt).forEach(word -> stems.add(stem(word)));
            return new Instructions(OwnWords.runs(prompt), stems);
        }
    }

    OwnWords(String text, List<Span> passages, Instructions prompt) {
        this.tainted = taintedWords(text, passages);
        this.prompt = prompt;
        this.document = without(text, passages).toLowerCase(Locale.ROOT);
        outside.forEach(word -> stems.add(stem(word)));
    }

    private static String without(String text, List<Span> passages) {
        StringBuilder rest = new StringBuilder(text);
        passages.forEach(span -> rest.replace(span.start(), span.end(), " ".repeat(span.length())));
        return rest.toString();
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }

    private Set<String> taintedWords(String text, List<Span> instructions) {
        Set<String> inside = new HashSet<>();
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
        return clean && isKnown(sentence, known) && runs(sentence).stream().noneMatch(prompt.runs()::contains);
    }

    private boolean isKnown(String sentence, String known) {
        Set<String> fine = new HashSet<>();
        words(known).forEach(word -> fine.add(stem(word)));
        int content = 0;
        int familiar = 0;
        for (String piece : sentence.strip().split("\\s+")) {
            String token = EDGES.matcher(piece).replaceAll("");
            String folded = token.toLowerCase(Locale.ROOT);
            if (!PLAIN.matcher(token).matches()) {
                if (!isWritten(token, folded, known)) {
                    return false;
                }
            } else if (token.length() > SHORT) {
                content++;
                String stem = stem(folded);
                familiar += stems.contains(stem)
                                || fine.contains(stem)
                                || prompt.stems().contains(stem)
                        ? 1
                        : 0;
            }
        }
        return familiar >= KNOWN_SHARE * content;
    }

    private boolean isWritten(String token, String folded, String known) {
        return token.isEmpty()
                || GUIDELINE.matcher(token).matches()
                || document.contains(folded)
                || known.toLowerCase(Locale.ROOT).contains(folded)
                || (folded.matches("\\p{L}+(?:[-/]\\p{L}+)+")
                        && words(folded).stream().allMatch(this::isOurs));
    }

    private boolean isOurs(String word) {
        return word.length() > SHORT
                && (stems.contains(stem(word)) || prompt.stems().contains(stem(word)));
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
