package ai.meddoc.mention;

import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The work space of one thread: where each word of the sentence at hand stands. Not thread-safe. */
final class SentenceMatcher {

    /** Words farther apart than this never belong to one term. */
    private static final int REACH = 9;

    /** An abbreviation counts as so much farther away than the word it stands for. */
    private static final int SHORT = 3;

    /** What nothing reaches across. */
    private static final int WALL = 9;

    /** So many words, a problem and its site, may stand on either side of "left" and "right". */
    private static final int SIDED = 3;

    private final TermIndex index;
    private final OtherSenses senses;
    /** Per word: the sentence's run number when it last occurred, and its first occurrence then. */
    private final int[] stamp;

    private final int[] head;
    /** Sides describe a word of a term and part nothing. */
    private final int left;

    private final int right;
    private int run;
    /** Per occurrence: its token and the same word's next occurrence. */
    private int[] tokenOf = new int[256];

    private int[] next = new int[256];
    /** Whether the token is that word itself, rather than short for it. */
    private boolean[] own = new boolean[256];

    private int occurrences;
    private int[] cost = new int[256];

    SentenceMatcher(TermIndex index, OtherSenses senses) {
        this.index = index;
        this.senses = senses;
        this.left = index.vocabulary().numberOf("left");
        this.right = index.vocabulary().numberOf("right");
        this.stamp = new int[index.vocabulary().size()];
        this.head = new int[index.vocabulary().size()];
    }

    List<Mention> match(String text, TextWords words, int sentence, boolean nested) {
        place(text, words, sentence);
        List<Match> matches = new ArrayList<>();
        int[] numbers = words.words(sentence);
        for (int t = 0; t < numbers.length; t++) {
            lookUp(text, words, sentence, numbers[t], t, matches);
            for (int number : words.expansion(sentence, t)) {
                lookUp(text, words, sentence, number, t, matches);
            }
        }
        return chosen(words, sentence, matches, nested);
    }

    private void place(String text, TextWords words, int sentence) {
        run++;
        occurrences = 0;
        int[] numbers = words.words(sentence);
        if (cost.length <= numbers.length) {
            cost = new int[numbers.length * 2];
        }
        cost[0] = 0;
        for (int t = numbers.length - 1; t >= 0; t--) {
            placeWord(numbers[t], t, true);
            for (int number : words.expansion(sentence, t)) {
                placeWord(number, t, false);
            }
        }
        for (int t = 0; t < numbers.length; t++) {
            boolean wall = words.isNegation(sentence, t);
            boolean silent = words.isInitialPoint(sentence, t);
            cost[t + 1] = cost[t] + (wall ? WALL : silent ? 0 : costOf(text, words.token(sentence, t), numbers[t]));
        }
    }

    private void placeWord(int number, int token, boolean itself) {
        if (number < 0) {
            return;
        }
        if (occurrences == tokenOf.length) {
            tokenOf = Arrays.copyOf(tokenOf, occurrences * 2);
            next = Arrays.copyOf(next, occurrences * 2);
            own = Arrays.copyOf(own, occurrences * 2);
        }
        own[occurrences] = itself;
        tokenOf[occurrences] = token;
        next[occurrences] = stamp[number] == run ? head[number] : -1;
        stamp[number] = run;
        head[number] = occurrences++;
    }

    /** What a token costs when it stands between the words of a term. */
    private int costOf(String text, Token token, int number) {
        if (token.kind() == Token.Kind.SIGN) {
            return switch (text.charAt(token.start())) {
                case '-', '/', '(', ')', '\'', '"' -> 0;
                case ',' -> 2;
                default -> WALL;
            };
        }
        return number == Vocabulary.STOP || number == left || number == right ? 0 : 1;
    }

    private void lookUp(String text, TextWords words, int sentence, int number, int token, List<Match> matches) {
        if (number < 0) {
            return;
        }
        int end = index.endUnder(number);
        for (int i = index.firstUnder(number); i < end; i++) {
            int companion = index.companionAt(i);
            if (companion >= 0 && stamp[companion] != run) {
                continue;
            }
            int term = index.termAt(i);
            int[] tokens = tokensOf(term, number, token);
            if (tokens.length > 0) {
                consider(text, words, sentence, new Candidate(term, tokens), matches);
            }
        }
    }

    private record Candidate(int term, int[] tokens) {
        @Override
        public String toString() {
            return "Candidate[" + term + "]";
        }
    }

    /** The tokens nearest to {@code token} that carry a term's words, ascending; empty when one is missing. */
    private int[] tokensOf(int term, int key, int token) {
        int count = index.length(term);
        for (int i = 0; i < count; i++) {
            if (stamp[index.word(term, i)] != run) {
                return Places.NONE;
            }
        }
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            int word = index.word(term, i);
            tokens[i] = word == key ? token : nearest(word, token, Math.max(REACH, count + 4));
            if (tokens[i] < 0) {
                return Places.NONE;
            }
        }
        return Places.distinctSorted(tokens);
    }

    /** The word itself rather than what is short for it: "acute on chronic failure due to COPD" is not of COPD. */
    private int nearest(int word, int token, int reach) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int o = head[word]; o >= 0 && tokenOf[o] <= token + reach; o = next[o]) {
            int distance = Math.abs(tokenOf[o] - token);
            int far = distance == 0 || own[o] ? distance : distance + SHORT;
            if (distance <= reach && far < least) {
                best = tokenOf[o];
                least = far;
            }
        }
        return best;
    }

    private void consider(String text, TextWords words, int sentence, Candidate candidate, List<Match> matches) {
        int[] tokens = candidate.tokens();
        int first = tokens[0];
        int last = tokens[tokens.length - 1];
        int between = cost[last + 1] - cost[first];
        for (int t : tokens) {
            between -= cost[t + 1] - cost[t];
        }
        int wordCount = index.length(candidate.term());
        int allowed = wordCount <= 1 ? 0 : wordCount == 2 ? 1 : 2;
        if (between > allowed && !isInverted(words, sentence, candidate)
                || last - first > Math.max(REACH, wordCount + 4) + 2
                || wordCount > SIDED && between + sidesBetween(words.words(sentence), tokens) > allowed
                || opensWithDenial(words, sentence, candidate)
                || isPiecedTogether(words, sentence, candidate)
                || !spelledAsMeant(text, words, sentence, candidate)) {
            return;
        }
        int score = tokens.length * 12
                + wordCount * 4
                - between * 5
                - (last - first - tokens.length + 1)
                - index.source(candidate.term()).ordinal();
        matches.add(new Match(candidate.term(), tokens, between, score));
    }

    /** "Obesity, morbid", "hypertension, pulmonary": the head first, and nothing behind that the modifier belongs to. */
    private boolean isInverted(TextWords words, int sentence, Candidate candidate) {
        int[] tokens = candidate.tokens();
        if (index.length(candidate.term()) != 2
                || tokens.length != 2
                || tokens[1] - tokens[0] != 2
                || !words.isComma(sentence, tokens[0] + 1)) {
            return false;
        }
        int[] numbers = words.words(sentence);
        int behind = tokens[1] + 1;
        boolean closed = behind == numbers.length
                || words.isPreposition(sentence, behind)
                || words.token(sentence, behind).kind() == Token.Kind.SIGN;
        List<String> phrase = TermIndex.wordsIn(index.term(candidate.term()).phrase());
        return closed && index.vocabulary().numberOf(WordForms.fold(phrase.get(0))) == numbers[tokens[1]];
    }

    /** In a long term a side is a gap like any other word. */
    private int sidesBetween(int[] numbers, int[] tokens) {
        int sides = 0;
        for (int t = tokens[0] + 1; t < tokens[tokens.length - 1]; t++) {
            boolean side = numbers[t] == left || numbers[t] == right;
            sides += side && Arrays.binarySearch(tokens, t) < 0 ? 1 : 0;
        }
        return sides;
    }

    /** "UTI with AKI" is no acute kidney infection: of two abbreviations, one at least is meant whole. */
    private boolean isPiecedTogether(TextWords words, int sentence, Candidate candidate) {
        int[] numbers = words.words(sentence);
        int parts = 0;
        for (int t : candidate.tokens()) {
            int[] meant = words.expansion(sentence, t);
            if (meant.length > 1 && !isWord(candidate.term(), numbers[t])) {
                int said = 0;
                for (int number : meant) {
                    said += number < 0 || isWord(candidate.term(), number) ? 1 : 0;
                }
                parts += said < meant.length ? 1 : 0;
            }
        }
        return parts > 1;
    }

    private boolean isWord(int term, int number) {
        for (int i = 0; i < index.length(term); i++) {
            if (index.word(term, i) == number) {
                return true;
            }
        }
        return false;
    }

    /** "Without nausea, vomiting" denies both; "vomiting without nausea" is a term. */
    private static boolean opensWithDenial(TextWords words, int sentence, Candidate candidate) {
        return candidate.tokens().length > 2
                && words.isWithout(sentence, candidate.tokens()[0]);
    }

    /** An abbreviation counts as printed, or in the plural: "als" is a word, "ALS" a disease. */
    private boolean spelledAsMeant(String text, TextWords words, int sentence, Candidate candidate) {
        if (!index.isAbbreviation(candidate.term()) || candidate.tokens().length != 1) {
            return true;
        }
        int at = candidate.tokens()[0];
        Term term = index.term(candidate.term());
        String phrase = term.phrase();
        if (term.ambiguous()
                && (words.isUnit(sentence, at)
                        || senses.apply(phrase, text, words.sentence(sentence).tokens(), at))) {
            return false;
        }
        Token token = words.token(sentence, at);
        int length = token.span().length();
        boolean plural = length == phrase.length() + 1 && text.charAt(token.end() - 1) == 's';
        return (length == phrase.length() || plural) && text.startsWith(phrase, token.start());
    }

    private List<Mention> chosen(TextWords words, int sentence, List<Match> matches, boolean nested) {
        if (matches.isEmpty()) {
            return List.of();
        }
        matches.sort(null);
        ClosestTerms closest = new ClosestTerms(matches, index, words, sentence);
        boolean[] taken = new boolean[words.words(sentence).length];
        boolean[] inner = new boolean[taken.length];
        List<Mention> mentions = new ArrayList<>();
        List<Match> best = new ArrayList<>();
        for (Match match : matches) {
            if (closest.explain(match)) {
                continue;
            }
            if (SharedHead.mayTake(match, taken, inner, words, sentence)) {
                for (int t : match.tokens()) {
                    taken[t] = true;
                    inner[t] |= t != match.first() && t != match.last();
                }
                mentions.add(mention(words, sentence, match, false));
                best.add(match);
            } else if (nested && best.stream().anyMatch(match::isInside)) {
                mentions.add(mention(words, sentence, match, true));
            }
        }
        return mentions;
    }

    private Mention mention(TextWords words, int sentence, Match match, boolean inside) {
        List<Span> spans = new ArrayList<>(match.tokens().length);
        for (int t : match.tokens()) {
            spans.add(words.token(sentence, t).span());
        }
        Span span = spans.get(0).cover(spans.get(spans.size() - 1));
        return new Mention(
                span,
                match.term(),
                index.term(match.term()),
                sentence,
                match.first(),
                match.last(),
                match.gap(),
                spans,
                1,
                inside);
    }
}
