package ai.meddoc.mention;

import ai.meddoc.terminology.Term;
import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.WordForms;
import ai.meddoc.text.Token;
import ai.meddoc.text.WordSet;
import java.util.Arrays;
import java.util.List;

/** Whether the words of a term, found in a sentence, mean the term there. Immutable; thread-safe. */
final class TermFit {

    private static final WordSet METASTASES = WordSet.of("metastases", "metastasis", "mets");

    private final TermIndex index;
    private final OtherSenses senses;
    private final int left;
    private final int right;

    /**
     * @param left number of the word "left"
     * @param right number of the word "right"
     */
    TermFit(TermIndex index, OtherSenses senses, int left, int right) {
        this.index = index;
        this.senses = senses;
        this.left = left;
        this.right = right;
    }

    /**
     * A term that a sentence may name.
     *
     * @param tokens the tokens that carry its words, ascending
     */
    record Candidate(int term, int[] tokens) {
        @Override
        public String toString() {
            return "Candidate[" + term + "]";
        }
    }

    /** Whether nothing in how the words are written speaks against the term. */
    boolean isMeant(String text, TextWords words, int sentence, Candidate candidate) {
        return !opensWithDenial(words, sentence, candidate)
                && !endsDenied(words, sentence, candidate)
                && !tellsWhence(text, words, sentence, candidate)
                && !isPiecedTogether(words, sentence, candidate)
                && spelledAsMeant(text, words, sentence, candidate);
    }

    /** "Obesity, morbid", "hypertension, pulmonary": the head first, and nothing behind that the modifier belongs to. */
    boolean isInverted(TextWords words, int sentence, Candidate candidate) {
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

    /** In a long term a side is a gap like any other word, but not behind a comma: "tear, right cruciate ligament". */
    int sidesBetween(TextWords words, int sentence, int[] tokens) {
        int[] numbers = words.words(sentence);
        int sides = 0;
        for (int t = tokens[0] + 1; t < tokens[tokens.length - 1]; t++) {
            boolean side = numbers[t] == left || numbers[t] == right;
            sides += side && !words.isComma(sentence, t - 1) && Arrays.binarySearch(tokens, t) < 0 ? 1 : 0;
        }
        return sides;
    }

    /** "UTI with AKI" is no acute kidney infection, and "AKI on CKD" is two: of two abbreviations, both are meant whole. */
    private boolean isPiecedTogether(TextWords words, int sentence, Candidate candidate) {
        int[] numbers = words.words(sentence);
        int parts = 0;
        int wholes = 0;
        for (int t : candidate.tokens()) {
            int[] meant = words.expansion(sentence, t);
            if (meant.length > 1 && !isWord(candidate.term(), numbers[t])) {
                int said = 0;
                for (int number : meant) {
                    said += number < 0 || isWord(candidate.term(), number) ? 1 : 0;
                }
                parts += said < meant.length ? 1 : 0;
                wholes += said < meant.length ? 0 : 1;
            }
        }
        return parts > 1 || parts == 1 && wholes > 0;
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

    /** "Bone metastases from prostate cancer" are metastases, and a primary: no "metastatic prostate cancer" alone. */
    private static boolean tellsWhence(String text, TextWords words, int sentence, Candidate candidate) {
        int[] tokens = candidate.tokens();
        Token first = words.token(sentence, tokens[0]);
        return tokens.length > 2 && tokens[1] > tokens[0] + 1 && METASTASES.has(text, first.start(), first.end());
    }

    /** "Gastritis, H. pylori negative" is no gastritis by H. pylori. */
    private static boolean endsDenied(TextWords words, int sentence, Candidate candidate) {
        int[] tokens = candidate.tokens();
        int last = tokens[tokens.length - 1];
        if (last + 1 >= words.words(sentence).length || !words.isNegation(sentence, last + 1)) {
            return false;
        }
        for (int t = tokens[0] + 1; t < last; t++) {
            if (words.isComma(sentence, t)) {
                return true;
            }
        }
        return false;
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
        int length = token.length();
        boolean plural = length == phrase.length() + 1 && text.charAt(token.end() - 1) == 's';
        return (length == phrase.length() || plural) && text.startsWith(phrase, token.start());
    }
}
