package ai.meddoc.claude.deid;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks once more at what was taken for a name: roles before it and degrees after it do not belong; phrases of medicine and
 * eponyms before a sign, a grade or a score are no names. Immutable; thread-safe.
 */
final class NameReview {

    private static final int LOOK_BACK = 24;
    private static final int LONGEST_ABBREVIATION = 4;
    private final Lexicon lexicon;
    private final Pattern role;
    private final Pattern degree;
    private final Pattern eponym;
    private final Pattern graded;
    private final Pattern announcing;
    private final Pattern state;
    private final Set<String> phrases = new HashSet<>();

    NameReview(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.role = parts.part("ROLE_BEFORE");
        this.degree = parts.part("DEGREE_AFTER");
        this.eponym = parts.part("EPONYM");
        this.graded = parts.part("GRADED");
        this.state = parts.part("STATE_AT_END");
        this.announcing = parts.part("ANNOUNCING");
        RuleFile.rows(NameReview.class, "medical-phrases.txt", 1).forEach(row -> phrases.add(row.get(0)));
    }

    List<Identifier> review(String text, List<Identifier> identifiers) {
        List<Identifier> kept = new ArrayList<>();
        for (Identifier identifier : identifiers) {
            boolean name = identifier.kind() == IdentifierKind.NAME;
            Span span = name ? trimmed(text, identifier.span()) : withoutState(text, identifier);
            boolean word = name || identifier.kind() == IdentifierKind.LOCATION;
            if (!word || !isMedicine(text, span, name)) {
                kept.add(new Identifier(identifier.kind(), span, identifier.sure()));
            }
        }
        return kept;
    }

    /** States are no identifiers. */
    private Span withoutState(String text, Identifier identifier) {
        Span span = identifier.span();
        Matcher after = state.matcher(text).region(span.start(), span.end());
        boolean place = identifier.kind() == IdentifierKind.LOCATION;
        return place && after.find() && after.start() > span.start() ? new Span(span.start(), after.start()) : span;
    }

    private Span trimmed(String text, Span span) {
        int start = span.start();
        Matcher before = role.matcher(text).region(start, span.end());
        if (before.lookingAt() && before.end() < span.end()) {
            start = before.end();
        }
        Matcher after = degree.matcher(text).region(start, span.end());
        int end = after.find() && after.start() > start ? after.start() : span.end();
        return new Span(start, end);
    }

    private boolean isMedicine(String text, Span span, boolean name) {
        String written = span.of(text);
        if (isInPhrase(text, span)) {
            return true;
        }
        List<WrittenWord> words = WrittenWord.of(written);
        boolean eponyms = !words.isEmpty() && words.stream().allMatch(w -> lexicon.isEponym(w.letters()));
        Matcher after = eponym.matcher(text).region(span.end(), text.length());
        Matcher grade = graded.matcher(text).region(span.end(), text.length());
        if (eponyms && (after.lookingAt() || grade.lookingAt())) {
            return true;
        }
        return name && (isRole(written) || isLabel(text, span, words) || isShouted(text, span, words));
    }

    private boolean isInPhrase(String text, Span span) {
        int from = Math.max(0, span.start() - LOOK_BACK);
        String around = text.substring(from, Math.min(text.length(), span.end() + LOOK_BACK))
                .toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            int at = around.indexOf(phrase);
            if (at >= 0 && from + at <= span.start() && from + at + phrase.length() >= span.end()) {
                return true;
            }
        }
        return false;
    }

    /** Nothing but a role or a degree. */
    private boolean isRole(String written) {
        return role.matcher(written + " ").matches()
                || degree.matcher(" " + written).matches();
    }

    private boolean isLabel(String text, Span span, List<WrittenWord> words) {
        boolean label = span.end() < text.length() && text.charAt(span.end()) == ':';
        String written = span.of(text);
        boolean abbreviation =
                written.length() <= LONGEST_ABBREVIATION && written.equals(written.toUpperCase(Locale.ROOT));
        return label && (abbreviation || words.stream().allMatch(w -> lexicon.isKnown(w.letters()) && !isListed(w)));
    }

    private boolean isListed(WrittenWord word) {
        return lexicon.isGiven(word.letters()) || lexicon.isSurname(word.letters());
    }

    /** One word of the language in capitals, where nothing announces a name. */
    private boolean isShouted(String text, Span span, List<WrittenWord> words) {
        boolean one = words.size() == 1 && words.get(0).form() == WrittenWord.Form.CAPITALS;
        return one
                && words.get(0).span().length() == span.length()
                && (lexicon.isWord(words.get(0).letters())
                        || (span.length() <= LONGEST_ABBREVIATION && !isListed(words.get(0))))
                && !announcing
                        .matcher(text.substring(Math.max(0, span.start() - LOOK_BACK), span.start()))
                        .find();
    }
}
