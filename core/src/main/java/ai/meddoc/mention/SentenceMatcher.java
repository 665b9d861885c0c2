package ai.meddoc.mention;

import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
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
    private final TermFit fit;
    /** Per word: the sentence's run number when it last occurred, and its first occurrence then. */
    private final int[] stamp;

    private final int[] head;
    /** Sides describe a word of a term and part nothing. */
    private final int left;
    /** "Nail gun injury of the hand" tells how, and is an injury of the hand. */
    private final int injury;

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
        this.left = index.vocabulary().numberOf("left");
        this.injury = index.vocabulary().numberOf("injury");
        this.right = index.vocabulary().numberOf("right");
        this.fit = new TermFit(index, senses, left, right);
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
                case '/' -> partsWords(text, token) ? 1 : 0;
                case '-', '(', ')', '\'', '"' -> 0;
                case ',' -> 2;
                default -> WALL;
            };
        }
        return number == Vocabulary.STOP || number == left || number == right ? 0 : 1;
    }

    /** "Hyperlipidemia/HTN/DM2" is a list; "s/p" and "w/" are not. */
    private static boolean partsWords(String text, Token slash) {
        int before = slash.start() - 2;
        int after = slash.end() + 1;
        return before >= 0
                && after < text.length()
                && Character.isLetter(text.charAt(before))
                && Character.isLetter(text.charAt(before + 1))
                && Character.isLetter(text.charAt(after - 1))
                && Character.isLetter(text.charAt(after));
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
                consider(text, words, sentence, new TermFit.Candidate(term, tokens), matches);
            }
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

    private void consider(
            String text, TextWords words, int sentence, TermFit.Candidate candidate, List<Match> matches) {
        int[] tokens = candidate.tokens();
        int first = tokens[0];
        int last = tokens[tokens.length - 1];
        int between = cost[last + 1] - cost[first];
        for (int t : tokens) {
            between -= cost[t + 1] - cost[t];
        }
        int wordCount = index.length(candidate.term());
        int allowed = wordCount <= 1 ? 0 : wordCount == 2 ? 1 : 2;
        if (between > allowed && !fit.isInverted(words, sentence, candidate)
                || last - first > Math.max(REACH, wordCount + 4) + 2
                || wordCount > SIDED && between + fit.sidesBetween(words, sentence, tokens) > allowed
                || !fit.isMeant(text, words, sentence, candidate)) {
            return;
        }
        int score = tokens.length * 12
                + wordCount * 4
                - between * 5
                - (last - first - tokens.length + 1)
                - index.source(candidate.term()).ordinal();
        matches.add(new Match(candidate.term(), tokens, between, score));
    }

    private List<Mention> chosen(TextWords words, int sentence, List<Match> matches, boolean nested) {
        if (matches.isEmpty()) {
            return List.of();
        }
        matches.sort(null);
        ClosestTerms closest = new ClosestTerms(matches, index, words, sentence);
        boolean[] taken = new boolean[words.words(sentence).length];
        boolean[] inner = new boolean[taken.length];
        boolean[] narrowed = new boolean[taken.length];
        SharedHead shared = new SharedHead(words, taken, inner, narrowed);
        List<Mention> mentions = new ArrayList<>();
        List<Match> best = new ArrayList<>();
        for (Match match : matches) {
            if (closest.explain(match)) {
                continue;
            }
            if (shared.mayTake(match, sentence)) {
                for (int t : match.tokens()) {
                    taken[t] = true;
                    inner[t] |= t != match.first() && t != match.last();
                    narrowed[t] |= t != match.first() && words.words(sentence)[t] != injury;
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
