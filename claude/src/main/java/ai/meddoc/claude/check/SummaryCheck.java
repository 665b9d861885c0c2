package ai.meddoc.claude.check;

import ai.meddoc.claude.reply.ModelReply;
import ai.meddoc.coding.Evidence;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.summary.Summary;
import ai.meddoc.summary.SummaryStatement;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps those of the model's statements that the document carries: quotes that stand in it, every figure in a quote, most
 * words the document's own. Without one left, or where the document gives orders, our own summary stands.
 */
final class SummaryCheck {

    private static final Pattern FIGURE = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final double OWN_SHARE = 0.7;
    private static final double CONFIDENT = 0.9;
    private static final int SHORT = 3;
    private static final int STEM = 5;
    private static final int QUOTES = 3;

    private final DocumentReading reading;
    private final Evidenced evidenced;
    private final OwnWords ownWords;
    private final Set<String> stems = new HashSet<>();
    private int leftOut;

    SummaryCheck(DocumentReading reading, Evidenced evidenced, OwnWords ownWords) {
        this.reading = reading;
        this.evidenced = evidenced;
        this.ownWords = ownWords;
    }

    int leftOut() {
        return leftOut;
    }

    Summary check(List<Located> replies) {
        if (evidenced.hasPassages()) {
            return reading.local().summary();
        }
        OwnWords.words(reading.text().text()).forEach(word -> stems.add(stem(word)));
        List<SummaryStatement> kept = new ArrayList<>();
        int asked = 0;
        int longest =
                replies.stream().mapToInt(r -> r.reply().summary().size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (Located located : replies) {
                if (i < located.reply().summary().size()) {
                    asked++;
                    add(located.reply().summary().get(i), located, kept);
                }
            }
        }
        leftOut = asked - kept.size();
        if (kept.isEmpty()) {
            return reading.local().summary();
        }
        double share = (double) kept.size() / asked;
        return new Summary(kept.subList(0, Math.min(kept.size(), Summary.MAX_STATEMENTS)), CONFIDENT * share);
    }

    private void add(ModelReply.Statement statement, Located located, List<SummaryStatement> kept) {
        String text = located.restore().apply(statement.text()).strip();
        List<Evidence> evidence = new ArrayList<>();
        for (String quote : statement.quotes()) {
            List<Span> places = located.places(quote);
            if (!places.isEmpty() && evidence.size() < QUOTES) {
                evidence.add(Evidence.of(reading.text(), places.get(0)));
            }
        }
        boolean repeated = kept.stream().anyMatch(s -> s.text().equals(text));
        if (!evidence.isEmpty() && !repeated && ownWords.mayBeShown(text, "") && isCarried(text, evidence)) {
            kept.add(new SummaryStatement(text, evidence));
        }
    }

    private boolean isCarried(String text, List<Evidence> evidence) {
        String said = evidence.stream().map(Evidence::quote).reduce("", (a, b) -> a + " " + b);
        Matcher figures = FIGURE.matcher(text);
        while (figures.find()) {
            if (!said.contains(figures.group())) {
                return false;
            }
        }
        List<String> words = OwnWords.words(text).stream()
                .filter(word -> word.length() > SHORT)
                .toList();
        long own = words.stream().filter(word -> stems.contains(stem(word))).count();
        return words.isEmpty() || own >= OWN_SHARE * words.size();
    }

    private static String stem(String word) {
        return word.substring(0, Math.min(STEM, word.length()));
    }
}
