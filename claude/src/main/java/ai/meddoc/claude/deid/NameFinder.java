package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds people's names: after titles, labels and roles, before degrees and ages, as given name with surname, as "surname,
 * given name", alone in running text where the word is no other, and again wherever a name stands once more. Immutable;
 * thread-safe.
 */
final class NameFinder {

    private static final Span NONE = new Span(0, 0);
    private static final int LONG_ENOUGH = 3;
    private static final Pattern EPONYM = Pattern.compile(
            "(?:-\\p{Lu}[\\p{L}]+)?(?:'s|\u2019s|s')?[ ](?:\\p{Ll}+[ ])?(?:disease|syndrome|sign|test|maneuver|line|cyst|fracture|class|classification|score"
                    + "|scale|criteria|angle|palsy|lymphoma|sarcoma|tumou?r|catheter|tube|anomaly|malformation|deformity|contracture"
                    + "|esophagus|thyroiditis|phenomenon|body|bodies|nodes?|nodules?|spots?|point|reflex|procedure|repair|operation|method"
                    + "|formula|stain|cells?|grade|stage|type|index|type|prep|naming|categories|hallucinations|lesions?|joint|hernia|drain|clip"
                    + "|retractor|tendon|ulcer|ring|ligament|triad|tetralogy|duct|gland|canal|pouch|aneurysm|arthropathy|nephropathy|dystrophy)\\b");

    private final Lexicon lexicon;
    private final RepeatedNames repeated;
    private final LowerCaseNames lowerCase;

    NameFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.repeated = new RepeatedNames(lexicon);
        this.lowerCase = new LowerCaseNames(lexicon);
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        add(NamePatterns.TITLED, text, this::leading, found);
        add(NamePatterns.RELIGIOUS, text, this::religious, found);
        add(
                NamePatterns.QUOTED,
                text,
                (t, words) -> lexicon.isGiven(word(t, words.get(0))) ? whole(words) : NONE,
                found);
        add(NamePatterns.LOWER_DOCTOR, text, this::lowerDoctor, found);
        add(NamePatterns.LOWER_SIGNED, text, (t, words) -> whole(words), found);
        add(NamePatterns.DEGREE, text, this::leading, found);
        add(NamePatterns.LABELLED, text, this::leading, found);
        add(NamePatterns.ANNOUNCED, text, this::announced, found);
        add(NamePatterns.INTRODUCED, text, this::introduced, found);
        add(NamePatterns.AGED, text, this::aged, found);
        add(NamePatterns.INITIALS, text, this::withInitial, found);
        add(NamePatterns.INITIALS_ALONE, text, (t, words) -> whole(words), found);
        add(NamePatterns.SIGNED, text, this::signed, found);
        add(NamePatterns.REVERSED, text, this::reversed, found);
        add(NamePatterns.SEQUENCE, text, this::sequence, found);
        lowerCase.addTo(text, found);
        found.addAll(repeated.of(text, found));
        return found;
    }

    /** From the words of a match to the stretch of them that is a name; of length 0 when none is. */
    private interface Judgement {
        Span name(String text, List<Span> words);
    }

    private static void add(Pattern pattern, String text, Judgement judgement, List<Identifier> found) {
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            List<Span> words = words(text, matcher.start("v"), matcher.end("v"));
            Span name = words.isEmpty() ? NONE : judgement.name(text, words);
            if (name.length() > 0) {
                found.add(new Identifier(IdentifierKind.NAME, name, true));
            }
            int next = name.length() > 0
                    ? name.end()
                    : words.isEmpty() ? matcher.end() : words.get(0).end();
            from = Math.max(matcher.start() + 1, next);
        }
    }

    static List<Span> words(String text, int start, int end) {
        List<Span> words = new ArrayList<>();
        int at = start;
        for (int i = start; i <= end; i++) {
            if (i == end || " ,\"\u201c\u201d()".indexOf(text.charAt(i)) >= 0) {
                if (i > at) {
                    words.add(new Span(at, i));
                }
                at = i + 1;
            }
        }
        return words;
    }

    private static Span whole(List<Span> words) {
        return new Span(words.get(0).start(), words.get(words.size() - 1).end());
    }

    private boolean isInLexicon(String word) {
        return lexicon.isGiven(word) || lexicon.isSurname(word);
    }

    /** Whether a word may belong to a name: it is in a list of names, or in no list at all, or an initial. */
    private boolean mayBelong(String word) {
        return isInLexicon(word) || !lexicon.isKnown(word) || word.length() == 1;
    }

    /** All words up to the first that names no person. */
    private Span leading(String text, List<Span> words) {
        int end = -1;
        for (Span span : words) {
            if (!mayBelong(word(text, span))) {
                break;
            }
            end = span.end();
        }
        return end < 0 ? NONE : new Span(words.get(0).start(), trimmed(text, end));
    }

    /** As {@link #leading}, but a word of the language alone is a name only where it is a given name. */
    private Span announced(String text, List<Span> words) {
        String first = word(text, words.get(0));
        Span name = leading(text, words);
        boolean single = words(text, name.start(), name.end()).size() < 2;
        boolean usual = lexicon.isNeverAlone(first) || (lexicon.isWord(first) && !lexicon.isGiven(first));
        boolean capitals = first.equals(first.toUpperCase(Locale.ROOT));
        boolean surname =
                capitals && first.length() > LONG_ENOUGH && lexicon.isSurname(first) && !lexicon.isNeverAlone(first);
        boolean abbreviation = capitals && (!isInLexicon(first) || first.length() < LONG_ENOUGH);
        return name.length() == 0 || (single && usual && !surname) || abbreviation || first.length() < 2 ? NONE : name;
    }

    /** A given name with a surname, both known, or one of them telling. */
    private Span introduced(String text, List<Span> words) {
        Span name = leading(text, words);
        List<Span> kept = name.length() == 0 ? List.of() : words(text, name.start(), name.end());
        if (kept.size() < 2 || kept.size() < words.size() - 1) {
            return NONE;
        }
        long listed = kept.stream().filter(w -> isInLexicon(word(text, w))).count();
        boolean given = kept.stream().anyMatch(w -> lexicon.isGiven(word(text, w)));
        boolean telling = kept.stream().anyMatch(w -> lexicon.isTelling(word(text, w)));
        boolean never =
                kept.stream().anyMatch(w -> lexicon.isNeverAlone(word(text, w)) && !lexicon.isGiven(word(text, w)));
        boolean noWord = kept.stream().noneMatch(w -> lexicon.isKnown(word(text, w)));
        boolean listedPair = given && (listed >= 2 || telling);
        return !never && (listedPair || (noWord && telling)) ? name : NONE;
    }

    private Span religious(String text, List<Span> words) {
        Span name = leading(text, words.subList(1, words.size()));
        return name.length() > 0 && isInLexicon(word(text, words.get(1)))
                ? new Span(words.get(0).start(), name.end())
                : NONE;
    }

    private Span lowerDoctor(String text, List<Span> words) {
        String word = word(text, words.get(0));
        return lexicon.isWord(word) && !lexicon.isSurname(word) ? NONE : whole(words);
    }

    /** Two words or more before an age, none of them a word of the language. */
    private Span aged(String text, List<Span> words) {
        boolean names = words.size() > 1
                && words.stream().noneMatch(w -> lexicon.isKnown(word(text, w)))
                && words.stream().noneMatch(w -> w.of(text).equals(w.of(text).toUpperCase(Locale.ROOT)));
        return names
                ? new Span(
                        words.get(0).start(),
                        trimmed(text, words.get(words.size() - 1).end()))
                : NONE;
    }

    private Span withInitial(String text, List<Span> words) {
        Span last = words.get(words.size() - 1);
        String raw = last.of(text);
        String surname = word(text, new Span(last.start() + raw.lastIndexOf('.') + 1, last.end()));
        if (surname.length() < LONG_ENOUGH) {
            surname = word(text, last);
        }
        boolean known = lexicon.isNeverAlone(surname) || (lexicon.isWord(surname) && !lexicon.isSurname(surname));
        return known || surname.length() < LONG_ENOUGH
                ? NONE
                : new Span(words.get(0).start(), trimmed(text, last.end()));
    }

    private Span signed(String text, List<Span> words) {
        String first = word(text, words.get(0));
        return lexicon.isSurname(first) ? whole(words) : NONE;
    }

    private Span reversed(String text, List<Span> words) {
        if (words.size() < 2) {
            return NONE;
        }
        boolean given = words.stream()
                .skip(1)
                .anyMatch(w -> lexicon.isGiven(word(text, w)) && !lexicon.isNeverAlone(word(text, w)));
        boolean telling = words.stream().anyMatch(w -> lexicon.isTelling(word(text, w)));
        boolean capitals =
                words.stream().allMatch(w -> w.of(text).equals(w.of(text).toUpperCase(Locale.ROOT)));
        boolean lineStart =
                words.get(0).start() == 0 || text.charAt(words.get(0).start() - 1) == '\n';
        boolean possible = words.stream().allMatch(w -> mayBelong(word(text, w)));
        boolean header = capitals && lineStart && lexicon.isSurname(word(text, words.get(0)));
        return possible && ((given && telling) || header)
                ? new Span(
                        words.get(0).start(),
                        trimmed(text, words.get(words.size() - 1).end()))
                : NONE;
    }

    /** A given name with what follows it, or one telling word in running text. */
    private Span sequence(String text, List<Span> words) {
        String first = word(text, words.get(0));
        if (words.size() > 1 && lexicon.isGiven(first) && !lexicon.isNeverAlone(first)) {
            Span name = leading(text, words);
            List<Span> kept = words(text, name.start(), name.end());
            boolean telling =
                    lexicon.isTelling(first) || kept.stream().skip(1).anyMatch(w -> isTellingSurname(word(text, w)));
            if (kept.size() > 1 && telling) {
                return name;
            }
        }
        Span span = words.get(0);
        if (lexicon.isTelling(first)
                && lexicon.isGiven(first)
                && RepeatedNames.ACTS
                        .matcher(text)
                        .region(trimmed(text, span.end()), text.length())
                        .lookingAt()) {
            return new Span(span.start(), trimmed(text, span.end()));
        }
        boolean alone = lexicon.isTelling(first)
                && first.length() > 2
                && (lexicon.isGiven(first) || !lexicon.isEponym(first))
                && !isEponymHere(text, span)
                && !first.equals(first.toUpperCase(Locale.ROOT))
                && isInRunningText(text, span);
        return alone ? new Span(span.start(), trimmed(text, span.end())) : NONE;
    }

    private static boolean isEponymHere(String text, Span word) {
        return EPONYM.matcher(text).region(word.end(), text.length()).lookingAt();
    }

    private boolean isTellingSurname(String word) {
        return lexicon.isTelling(word) || (word.length() > 1 && !lexicon.isKnown(word));
    }

    /** Whether a small letter or a comma stands before: the capital is then the word's own. */
    static boolean isInRunningText(String text, Span word) {
        int before = word.start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0
                && before < word.start() - 1
                && (Character.isLowerCase(text.charAt(before)) || text.charAt(before) == ',');
    }

    static String word(String text, Span span) {
        String word = span.of(text);
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /** Without a full stop that ends the sentence, or a possessive. */
    static int trimmed(String text, int end) {
        int at = end;
        if (text.charAt(at - 1) == '.' && at - 2 >= 0 && Character.isLowerCase(text.charAt(at - 2))) {
            at--;
        }
        if (at >= 2 && text.charAt(at - 1) == 's' && (text.charAt(at - 2) == '\'' || text.charAt(at - 2) == '\u2019')) {
            at -= 2;
        }
        return at;
    }
}
