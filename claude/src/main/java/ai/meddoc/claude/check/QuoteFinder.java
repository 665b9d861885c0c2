package ai.meddoc.claude.check;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds where quoted words stand in a text: to the character; else without regard to case, white space and typographic
 * signs; else with at most one edit in {@value #CHARACTERS_PER_EDIT} characters, figures excepted. Made once per text; the
 * approximate search is rationed, so that no reply can make it slow. Not thread-safe.
 */
public final class QuoteFinder {

    /** The longest quote looked for, in characters. */
    public static final int LONGEST = 300;

    private static final int CHARACTERS_PER_EDIT = 14;
    private static final int MOST_PLACES = 6;
    private static final long EDIT_WORK = 60_000_000;

    private final String text;
    private final FoldedText folded;
    private long workLeft = EDIT_WORK;

    public QuoteFinder(String text) {
        this.text = text;
        this.folded = FoldedText.of(text);
    }

    /** All places of a quote, at most {@value #MOST_PLACES}; none when it is not there, or too long to be evidence. */
    public List<Span> find(String quote) {
        String asked = quote.strip();
        if (asked.isEmpty() || asked.length() > LONGEST) {
            return List.of();
        }
        List<Span> places = exact(asked);
        if (places.isEmpty()) {
            String foldedQuote = FoldedText.of(asked).text().strip();
            places = foldedQuote.isEmpty() ? List.of() : inFolded(foldedQuote);
            if (places.isEmpty()) {
                places = approximate(foldedQuote);
            }
        }
        return places.stream().filter(span -> span.length() <= LONGEST).toList();
    }

    private List<Span> exact(String asked) {
        List<Span> places = new ArrayList<>();
        for (int at = text.indexOf(asked); at >= 0 && places.size() < MOST_PLACES; at = text.indexOf(asked, at + 1)) {
            if (isWhole(text, at, at + asked.length())) {
                places.add(new Span(at, at + asked.length()));
            }
        }
        return places;
    }

    private List<Span> inFolded(String asked) {
        List<Span> places = new ArrayList<>();
        String all = folded.text();
        for (int at = all.indexOf(asked); at >= 0 && places.size() < MOST_PLACES; at = all.indexOf(asked, at + 1)) {
            if (isWhole(all, at, at + asked.length())) {
                places.add(folded.original(at, at + asked.length()));
            }
        }
        return places;
    }

    /** Whether neither end cuts a word. */
    private static boolean isWhole(String in, int start, int end) {
        boolean cutsBefore = start > 0 && isWord(in.charAt(start - 1)) && isWord(in.charAt(start));
        boolean cutsAfter = end < in.length() && isWord(in.charAt(end - 1)) && isWord(in.charAt(end));
        return !cutsBefore && !cutsAfter;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private List<Span> approximate(String asked) {
        int edits = asked.length() / CHARACTERS_PER_EDIT;
        long work = (long) asked.length() * folded.text().length();
        if (edits == 0 || work > workLeft) {
            return List.of();
        }
        workLeft -= work;
        ApproximateSearch.Match match = ApproximateSearch.best(folded.text(), asked, edits);
        if (match == null
                || !isWhole(folded.text(), match.start(), match.end())
                || !figures(asked).equals(figures(folded.text().substring(match.start(), match.end())))) {
            return List.of();
        }
        return List.of(folded.original(match.start(), match.end()));
    }

    /** Figures and denials: where they differ two phrases do not say the same, however near their letters are. */
    private static String figures(String phrase) {
        StringBuilder found = new StringBuilder();
        for (String word : phrase.split(" ")) {
            boolean figure = word.chars().anyMatch(Character::isDigit);
            if (figure || word.equals("no") || word.equals("not") || word.equals("without")) {
                found.append(word).append(' ');
            }
        }
        return found.toString();
    }
}
