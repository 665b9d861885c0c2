package ai.meddoc.claude.deid;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
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
    private static final int COLUMNS = 3;
    private final Lexicon lexicon;
    private final RepeatedNames repeated;
    private final LowerCaseNames lowerCase;

    private final Pattern eponym;
    private final Pattern acts;
    private final List<Rule> rules;

    private record Rule(Judgement judgement, Pattern pattern) {}

    NameFinder(Lexicon lexicon, PatternParts parts) {
        this.lexicon = lexicon;
        this.eponym = parts.part("EPONYM");
        this.acts = parts.part("ACTS");
        this.repeated = new RepeatedNames(lexicon, acts);
        this.lowerCase = new LowerCaseNames(lexicon, parts);
        this.rules = RuleFile.rows(NameFinder.class, "name-patterns.tsv", COLUMNS).stream()
                .map(row -> new Rule(judgement(row.get(1)), parts.compile(row.get(2))))
                .toList();
    }

    private Judgement judgement(String name) {
        return switch (name) {
            case "whole" -> (text, words) -> whole(words);
            case "given" -> (text, words) -> lexicon.isGiven(word(text, words.get(0))) ? whole(words) : NONE;
            case "leading" -> this::leading;
            case "titled" -> this::titled;
            case "religious" -> this::religious;
            case "lower doctor" -> this::lowerDoctor;
            case "announced" -> this::announced;
            case "introduced" -> this::introduced;
            case "aged" -> this::aged;
            case "initial" -> this::withInitial;
            case "signed" -> this::signed;
            case "reversed" -> this::reversed;
            case "sequence" -> this::sequence;
            case "written" -> this::written;
            case "named" -> this::named;
            case "pair" -> this::pair;
            case "possessive" -> this::possessive;
            case "token" -> this::token;
            default -> throw new IllegalStateException("no judgement is called " + name);
        };
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        for (Rule rule : rules) {
            add(rule.pattern(), text, rule.judgement(), found);
        }
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
                    : words.isEmpty() ? matcher.end() : afterRefusal(matcher.start(), words.get(0));
            from = Math.max(matcher.start() + 1, next);
        }
    }

    /** What is no name may announce one: "by NP Achieng". */
    private static int afterRefusal(int start, Span first) {
        return first.start() > start ? first.start() : first.end();
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

    /** All words up to the first that names no person; small particles belong, and words in quotes. */
    private Span leading(String text, List<Span> words) {
        return upTo(text, words, this::mayBelong);
    }

    private Span upTo(String text, List<Span> words, Predicate<String> belongs) {
        int end = -1;
        for (Span span : words) {
            boolean particle = end >= 0 && Character.isLowerCase(text.charAt(span.start()));
            boolean nickname = end >= 0 && "\"\u201c".indexOf(text.charAt(span.start() - 1)) >= 0;
            if (!particle && !nickname && !belongs.test(word(text, span))) {
                break;
            }
            end = particle ? end : span.end();
        }
        return end < 0 ? NONE : new Span(words.get(0).start(), trimmed(text, end));
    }

    /** After a title any word is a name that is not a heading's or an abbreviation. */
    private Span titled(String text, List<Span> words) {
        String first = word(text, words.get(0));
        Span name = leading(text, words);
        boolean written = first.length() > LONG_ENOUGH && !lexicon.isNeverAlone(first) && isCapitalised(first);
        return name.length() == 0 && written
                ? new Span(words.get(0).start(), trimmed(text, words.get(0).end()))
                : name;
    }

    private static boolean isCapitalised(String word) {
        return word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
    }

    /** A word with a capital in the middle of a sentence, after a role. */
    private Span written(String text, List<Span> words) {
        return lexicon.isNeverAlone(word(text, words.get(0))) ? NONE : whole(words);
    }

    /** Where only a name can stand: any word but one of the language that is no name. */
    private Span named(String text, List<Span> words) {
        String first = word(text, words.get(0));
        boolean abbreviation = first.equals(first.toUpperCase(Locale.ROOT)) && first.length() <= LONG_ENOUGH;
        boolean listed = isInLexicon(first);
        return (lexicon.isKnown(first) && !listed) || abbreviation
                ? NONE
                : new Span(
                        words.get(0).start(),
                        Math.max(words.get(0).end(), leading(text, words).end()));
    }

    /** A given name that is no word of the language, and what is written like a name after it. */
    private Span pair(String text, List<Span> words) {
        String first = word(text, words.get(0));
        boolean given = lexicon.isGiven(first) && lexicon.isTelling(first) && isCapitalised(first);
        List<Span> rest = words.subList(1, words.size());
        boolean written = rest.stream().noneMatch(w -> lexicon.isNeverAlone(word(text, w)));
        return given && !rest.isEmpty() && written ? trimmed(text, whole(words)) : NONE;
    }

    /** Whose something is: a word of no list. */
    private Span possessive(String text, List<Span> words) {
        String word = word(text, words.get(0));
        if (isEponymHere(text, words.get(0))) {
            return NONE;
        }
        boolean unknown = !lexicon.isKnown(word) && !lexicon.isEponym(word) && !lexicon.isSurname(word);
        return unknown || (lexicon.isGiven(word) && lexicon.isTelling(word)) ? whole(words) : NONE;
    }

    /** The sign of whoever signed: no word of the language. */
    private Span token(String text, List<Span> words) {
        return lexicon.isKnown(word(text, words.get(0)).toLowerCase(Locale.ROOT)) ? NONE : whole(words);
    }

    private static Span trimmed(String text, Span span) {
        return new Span(span.start(), trimmed(text, span.end()));
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
                && (lexicon.isGiven(first) || (!lexicon.isEponym(first) && first.length() > LONG_ENOUGH))
                && acts.matcher(text)
                        .region(trimmed(text, span.end()), text.length())
                        .lookingAt()) {
            return new Span(span.start(), trimmed(text, span.end()));
        }
        boolean alone = lexicon.isTelling(first)
                && first.length() > 2
                && (lexicon.isGiven(first) || !lexicon.isEponym(first))
                && !isEponymHere(text, span)
                && !first.equals(first.toUpperCase(Locale.ROOT))
                && (isInRunningText(text, span) || (lexicon.isGiven(first) && first.length() > LONG_ENOUGH));
        return alone ? new Span(span.start(), trimmed(text, span.end())) : NONE;
    }

    private boolean isEponymHere(String text, Span word) {
        return eponym.matcher(text).region(word.end(), text.length()).lookingAt();
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
