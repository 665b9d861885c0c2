package ai.meddoc.claude.deid;

import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds people's names: after titles and labels, before degrees, as given name with surname, as "surname, given name", and
 * alone in running text where the word is no other. Immutable; thread-safe.
 */
final class NameFinder {

    private static final String CAP = "(?:[A-Z][\\p{L}'\\u2019]*(?:-[A-Z][\\p{L}'\\u2019]*)*\\.?)";
    private static final String PARTICLE =
            "(?:de|del|de la|la|le|van|van der|van den|von|der|bin|binti|ibn|al|el|da|di|dos|du|st\\.|ter|y|e|O')";
    private static final String NAME = CAP + "(?:[ ]" + PARTICLE + ")?(?:[ ]" + CAP + "(?:[ ]" + PARTICLE + ")?){0,3}";
    private static final String LAST_FIRST =
            "(?:" + PARTICLE + "[ ])?" + CAP + "(?:[ ]" + CAP + ")?,[ ]?" + CAP + "(?:[ ]" + CAP + "){0,2}";

    private static final Pattern TITLED = Pattern.compile(
            "\\b(?i:mr|mrs|ms|mx|miss|dr|drs|doctor|prof|professor|rev|reverend|father|pastor|rabbi|imam|sister|sgt|sergeant|capt|captain|lt|officer|col|maj|hon|sir|dame|nurse|judge|deacon|detective|coach|attorney|atty)\\b\\.?[ ]+(?<v>"
                    + NAME + ")");
    private static final Pattern DEGREE = Pattern.compile(
            "(?<v>" + NAME
                    + "),?[ ]+(?:M\\.?D|D\\.?O|R\\.?N|N\\.?P|P\\.?A(?:-C)?|Ph\\.?D|DDS|DMD|DPM|DPT|PT|OT|OTR|LPN|CRNA|CNM|CNP|FNP(?:-BC|-C)?|APRN|ARNP|PharmD|RPh|MSW|LCSW|LMSW|PsyD|BSN|MSN|RT|RD|FACC|FACS|FACP|FACEP|MBBS|MPH|Esq|Jr|Sr|III|II|IV)\\b\\.?");
    private static final Pattern LABELLED = Pattern.compile(
            "\\b(?i:patient(?:'s)?(?: name)?|pt(?: name)?|name|full name|legal name|preferred name|maiden name|last name|first name|middle name|surname|alias|a\\.?k\\.?a\\.?|client|resident|member|subscriber|guarantor|attending(?: (?:physician|provider|md))?|physician|provider|primary care(?: (?:physician|provider))?|pcp|referring(?: (?:physician|provider|md|doctor))?|ordering(?: (?:physician|provider|md|doctor))?|requesting(?: (?:physician|provider|md))?|consult(?:ing|ant)(?: physician)?|surgeon|assistant|anesthesiologist|radiologist|pathologist|technologist|tech|phlebotomist|nurse|rn|interpreter|scribe|author|dictated by|transcribed by|transcriptionist|typed by|signed(?: by)?|electronically signed(?: by)?|e-signed(?: by)?|authenticated by|verified by|reviewed by|interpreted by|read by|reported by|performed by|collected by|drawn by|ordered by|seen by|prepared by|entered by|accompanied by|cc|attn|attention|to|from|dear|sincerely|regards|emergency contact|next of kin|nok|contact(?: person)?|guardian|spouse|husband|wife|mother|father|parent|son|daughter|brother|sister|partner|caregiver|poa|health ?care proxy|proxy|surrogate|employer|case manager|social worker|therapist|counselor|dentist|pharmacist|witness|informant|historian|care ?giver|roommate|neighbor|friend)(?:[ ]?\\([^)\\n]{1,30}\\))?[ \\t]*(?::|#|=|-(?=[ ]))[ \\t]*(?:(?i:dr|mr|mrs|ms|miss|prof)\\.?[ ])?(?<v>"
                    + LAST_FIRST + "|" + NAME + ")");
    private static final Pattern RELATION = Pattern.compile(
            "\\b(?i:wife|husband|spouse|partner|mother|father|mom|dad|son|daughter|brother|sister|aunt|uncle|cousin|niece|nephew|grandmother|grandfather|grandson|granddaughter|girlfriend|boyfriend|fianc[e\\u00e9]e?|friend|neighbor|roommate|caregiver|aide|named|called|nicknamed|by|with|for|dear|hi|hello|thanks|sincerely|daughter-in-law|son-in-law|stepson|stepdaughter|guardian|boss|supervisor|teacher|employer|colleague|twin|child|children)[,:]?[ ]+(?:\\()?(?<v>"
                    + CAP + "(?:[ ]" + CAP + ")?)");
    private static final Pattern SEQUENCE = Pattern.compile("(?<![\\p{L}\\p{N}])(?<v>" + NAME + ")");
    private static final Pattern REVERSED = Pattern.compile("(?<![\\p{L}\\p{N}])(?<v>" + LAST_FIRST + ")");

    private static final Span NONE = new Span(0, 0);

    private final Lexicon lexicon;

    NameFinder(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        add(TITLED, text, Context.STRONG, found);
        add(DEGREE, text, Context.STRONG, found);
        add(LABELLED, text, Context.STRONG, found);
        add(RELATION, text, Context.WEAK, found);
        add(REVERSED, text, Context.REVERSED, found);
        add(SEQUENCE, text, Context.ALONE, found);
        found.addAll(repeated(text, found));
        return found;
    }

    /** How much what stands around a capitalised word says that it is a name. */
    private enum Context {
        STRONG,
        WEAK,
        REVERSED,
        ALONE
    }

    private void add(Pattern pattern, String text, Context context, List<Identifier> found) {
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            List<Span> words = words(text, matcher.start("v"), matcher.end("v"));
            Span name = name(text, words, context);
            if (name.length() > 0) {
                found.add(new Identifier(IdentifierKind.NAME, name, true));
            }
            from = Math.max(
                    matcher.start() + 1,
                    name.length() > 0 ? name.end() : words.get(0).end());
        }
    }

    private static List<Span> words(String text, int start, int end) {
        List<Span> words = new ArrayList<>();
        int at = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == ' ' || text.charAt(i) == ',') {
                if (i > at) {
                    words.add(new Span(at, i));
                }
                at = i + 1;
            }
        }
        return words;
    }

    /** The stretch of capitalised words that is a name; of length 0 when none is. */
    private Span name(String text, List<Span> words, Context context) {
        return switch (context) {
            case STRONG -> leading(text, words);
            case WEAK ->
                lexicon.isNeverAlone(word(text, words.get(0))) || lexicon.isWord(word(text, words.get(0)))
                        ? NONE
                        : leading(text, words);
            case REVERSED -> reversed(text, words);
            case ALONE -> sequence(text, words);
        };
    }

    /** All words up to the first that names no person. */
    private Span leading(String text, List<Span> words) {
        int end = -1;
        for (Span span : words) {
            String word = word(text, span);
            boolean stops = (lexicon.isNeverAlone(word) || isHeading(word))
                    && !lexicon.isSurname(word)
                    && !lexicon.isGiven(word);
            if (stops) {
                break;
            }
            end = span.end();
        }
        return end < 0 ? NONE : new Span(words.get(0).start(), trimmed(text, end));
    }

    private boolean isHeading(String word) {
        return word.length() > 1 && lexicon.isKnown(word);
    }

    private Span reversed(String text, List<Span> words) {
        if (words.size() < 2) {
            return NONE;
        }
        String first = word(text, words.get(0));
        boolean given = words.stream()
                .skip(1)
                .anyMatch(w -> lexicon.isGiven(word(text, w)) && !lexicon.isNeverAlone(word(text, w)));
        boolean telling = words.stream().anyMatch(w -> lexicon.isTelling(word(text, w)));
        boolean plain = words.stream()
                .noneMatch(w -> word(text, w).length() > 2
                        && lexicon.isKnown(word(text, w))
                        && !lexicon.isGiven(word(text, w))
                        && !lexicon.isSurname(word(text, w)));
        boolean surname = lexicon.isSurname(first) || !lexicon.isKnown(first);
        return given && telling && plain && surname
                ? new Span(
                        words.get(0).start(),
                        trimmed(text, words.get(words.size() - 1).end()))
                : NONE;
    }

    /** A given name with what follows it, or one telling word in running text. */
    private Span sequence(String text, List<Span> words) {
        String first = word(text, words.get(0));
        if (words.size() > 1 && lexicon.isGiven(first) && !lexicon.isNeverAlone(first)) {
            int last = 0;
            boolean telling = lexicon.isTelling(first);
            for (int i = 1; i < words.size(); i++) {
                String word = word(text, words.get(i));
                boolean initial = word.replace(".", "").length() == 1;
                if (!initial && !lexicon.isSurname(word) && !lexicon.isGiven(word) && lexicon.isKnown(word)) {
                    break;
                }
                telling |= lexicon.isTelling(word) || (!initial && !lexicon.isKnown(word));
                last = i;
            }
            if (last > 0 && telling) {
                return new Span(
                        words.get(0).start(), trimmed(text, words.get(last).end()));
            }
        }
        Span span = words.get(0);
        boolean alone = lexicon.isTelling(first)
                && first.length() > 2
                && !first.equals(first.toUpperCase(Locale.ROOT))
                && isInRunningText(text, span);
        return alone ? new Span(span.start(), trimmed(text, span.end())) : NONE;
    }

    /** Whether a small letter or a comma stands before: the capital is then the word's own. */
    private static boolean isInRunningText(String text, Span word) {
        int before = word.start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before >= 0
                && before < word.start() - 1
                && (Character.isLowerCase(text.charAt(before)) || text.charAt(before) == ',');
    }

    /** Names found elsewhere, wherever a telling part of them stands again. */
    private List<Identifier> repeated(String text, List<Identifier> names) {
        List<Identifier> found = new ArrayList<>();
        java.util.Set<String> parts = new java.util.TreeSet<>();
        for (Identifier name : names) {
            for (Span part : words(text, name.span().start(), name.span().end())) {
                String word = word(text, part);
                boolean usable = word.length() > 2 && !lexicon.isNeverAlone(word) && !lexicon.isWord(word);
                if (usable) {
                    parts.add(word);
                    parts.add(word.toUpperCase(Locale.ROOT));
                    parts.add(word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        for (String part : parts) {
            Matcher matcher = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(part) + "(?![\\p{L}\\p{N}])")
                    .matcher(text);
            while (matcher.find()) {
                found.add(new Identifier(IdentifierKind.NAME, new Span(matcher.start(), matcher.end()), true));
            }
        }
        return found;
    }

    private static String word(String text, Span span) {
        String word = span.of(text);
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    /** Without a full stop that ends the sentence, or a possessive. */
    private static int trimmed(String text, int end) {
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
