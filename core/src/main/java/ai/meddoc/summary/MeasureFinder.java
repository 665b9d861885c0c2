package ai.meddoc.summary;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import ai.meddoc.text.WordSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds named measurements and scores ("LVEF 30%", "PHQ-9 = 16"), from {@code measures.tsv}. Immutable; thread-safe. */
final class MeasureFinder {

    private static final int MOST_WORDS = 4;
    /** The furthest a number may stand behind its name, in characters. */
    private static final int REACH = 14;

    private static final int LONGEST = 48;

    /** Names with their blanks are shorter, in characters. */
    private static final int LONGEST_NAME = 60;

    private final Set<String> names;
    private final WordSet firstWords;

    private MeasureFinder(Set<String> names) {
        this.names = Set.copyOf(names);
        this.firstWords =
                WordSet.copyOf(names.stream().map(name -> name.split(" ")[0]).collect(Collectors.toSet()));
    }

    static MeasureFinder load() {
        return new MeasureFinder(RuleFile.rows(MeasureFinder.class, "measures.tsv", 1).stream()
                .map(List::getFirst)
                .collect(Collectors.toSet()));
    }

    /** Name, number and what belongs to it, for every measurement of a sentence. */
    List<Span> in(String text, List<Token> tokens) {
        List<Span> found = new ArrayList<>();
        int from = 0;
        int figure = 0;
        while (from < tokens.size()) {
            figure = figure(text, tokens, Math.max(from, figure));
            if (figure == tokens.size()) {
                break;
            }
            boolean near = tokens.get(figure).start() - tokens.get(from).start() <= LONGEST_NAME + REACH;
            int last = near ? name(text, tokens, from) : -1;
            int number = last < 0 ? -1 : numberAfter(text, tokens, last);
            if (number >= 0) {
                int end = end(text, tokens.get(number).end());
                found.add(new Span(tokens.get(from).start(), end));
                while (from < tokens.size() && tokens.get(from).start() < end) {
                    from++;
                }
            } else {
                from++;
            }
        }
        return found;
    }

    /** The next token that begins with a figure, or the number of tokens: most sentences have none, so none of their words is looked up. */
    private static int figure(String text, List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size()
                && !Character.isDigit(text.charAt(tokens.get(at).start()))) {
            at++;
        }
        return at;
    }

    /** The last token of the longest name that begins at a token, or -1. */
    private int name(String text, List<Token> tokens, int from) {
        if (!firstWords.has(text, tokens.get(from).start(), tokens.get(from).end())) {
            return -1;
        }
        StringBuilder name = new StringBuilder();
        int best = -1;
        int words = 0;
        for (int i = from; i < tokens.size() && words < MOST_WORDS; i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.SIGN) {
                if ("-/".indexOf(text.charAt(token.start())) < 0 || name.isEmpty()) {
                    break;
                }
                continue;
            }
            name.append(name.isEmpty() ? "" : " ").append(token.span().of(text).toLowerCase(Locale.ROOT));
            words++;
            best = names.contains(name.toString()) ? i : best;
        }
        return best;
    }

    private static int numberAfter(String text, List<Token> tokens, int name) {
        int end = tokens.get(name).end();
        for (int i = name + 1; i < tokens.size() && tokens.get(i).start() - end <= REACH; i++) {
            Token token = tokens.get(i);
            char first = text.charAt(token.start());
            if (Character.isDigit(first)) {
                return i;
            }
            if (token.kind() == Token.Kind.SIGN && "(,;.".indexOf(first) >= 0) {
                return -1;
            }
        }
        return -1;
    }

    /** What belongs to a number ends at the next comma, bracket, stop, wide gap or line break. */
    private static int end(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST && !isEnd(text, i)) {
            i++;
        }
        while (i > from && !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '%') {
            i--;
        }
        return i;
    }

    private static boolean isEnd(String text, int i) {
        char c = text.charAt(i);
        boolean gap = c == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
        boolean stop = (c == '.' || c == ',') && (i + 1 >= text.length() || !Character.isDigit(text.charAt(i + 1)));
        return gap || stop || ";()[]|\n\r:".indexOf(c) >= 0;
    }
}
