package ai.meddoc.mention;

import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.text.Token;

/**
 * Which terms of a sentence may use a word that another term uses already: coordinated ones share what they have in
 * common. Reads what its maker marks; not thread-safe.
 */
final class SharedHead {

    private final TextWords words;
    private final boolean[] taken;
    private final boolean[] inner;
    private final boolean[] narrowed;

    /**
     * @param taken the tokens of the terms chosen so far
     * @param inner those inside a term, neither first nor last in it
     * @param narrowed those with a word of the same term before them
     */
    SharedHead(TextWords words, boolean[] taken, boolean[] inner, boolean[] narrowed) {
        this.words = words;
        this.taken = taken;
        this.inner = inner;
        this.narrowed = narrowed;
    }

    /**
     * Whether a match may stand beside the better ones already chosen. Each token names one thing, but coordinated terms
     * share their head: in "chest and abdominal pain" the second, gapped term may use "pain" again. A word inside another
     * term is no head: "hypertension with chronic kidney disease" is no hypertension of the kidney; nor is a head that a
     * word before it narrows the head of a site behind it: "gouty arthritis of the knee" is no arthritis of the knee.
     */
    boolean mayTake(Match match, int sentence) {
        int free = 0;
        for (int t : match.tokens()) {
            free += taken[t] ? 0 : 1;
        }
        if (free == match.tokens().length) {
            return true;
        }
        if (free == 0 || match.tokens().length < 2) {
            return false;
        }
        int[] numbers = words.words(sentence);
        return sharesHead(match, numbers) && (coordinated(match, numbers) || follows(match, sentence))
                || free == 1 && isFurtherGrade(match, sentence)
                || !taken[match.first()] && isFurtherLevel(match, sentence);
    }

    /** The head stands last ("chest and abdominal pain"), or first before a preposition ("fracture of tibia and fibula"). */
    private boolean sharesHead(Match match, int[] numbers) {
        int last = match.tokens().length - 1;
        for (int i = 0; i <= last; i++) {
            int token = match.tokens()[i];
            boolean head = i == last || i == 0 && numbers[token + 1] == Vocabulary.STOP && !narrowed[token];
            if (taken[token] && (!head || inner[token])) {
                return false;
            }
        }
        return true;
    }

    /** "C5-6 disc herniation" in "C5-6 and C6-7 disc herniation": levels share all that follows them. */
    private boolean isFurtherLevel(Match match, int sentence) {
        int[] tokens = match.tokens();
        int free = 0;
        while (free < tokens.length && !taken[tokens[free]]) {
            free++;
        }
        for (int i = free; i < tokens.length; i++) {
            if (!taken[tokens[i]]) {
                return false;
            }
        }
        int end = tokens[free - 1];
        return words.isCoordinator(sentence, end + 1)
                && words.endsInDigit(sentence, end)
                && words.endsInDigit(sentence, end + 2);
    }

    private static boolean coordinated(Match match, int[] numbers) {
        for (int t = match.first() + 1; t < match.last(); t++) {
            if (numbers[t] == Vocabulary.STOP || numbers[t] == Vocabulary.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** "Ankle pain" in "knee and ankle pain". */
    private boolean follows(Match match, int sentence) {
        int before = match.first() - 1;
        return before > 0 && taken[match.last()] && taken[before - 1] && words.isCoordinator(sentence, before);
    }

    /** "CKD stage 4" in "CKD stage 3 and 4", "hepatitis C" in "hepatitis B and C". */
    private boolean isFurtherGrade(Match match, int sentence) {
        int last = match.last();
        return !taken[last]
                && last > 1
                && taken[last - 2]
                && isGrade(words.token(sentence, last))
                && isGrade(words.token(sentence, last - 2))
                && words.isCoordinator(sentence, last - 1)
                && match.tokens()[match.tokens().length - 2] < last - 2;
    }

    private static boolean isGrade(Token token) {
        return token.kind() == Token.Kind.NUMBER || token.length() <= 2;
    }
}
