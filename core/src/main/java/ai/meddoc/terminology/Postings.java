package ai.meddoc.terminology;

import java.nio.ByteBuffer;

/**
 * Which terms stand under which word.
 *
 * @param firstOfWord where each word's terms begin in {@code terms}; one more than there are words
 * @param terms indexes of terms, word by word
 * @param companions beside each of {@code terms}: of its other words the one that fewest terms contain, -1 when there is
 *     none; where that word is missing nothing else of the term need be looked at
 */
record Postings(int[] firstOfWord, int[] terms, int[] companions) {

    int bytes() {
        return 4 * (3 + firstOfWord.length + terms.length + companions.length);
    }

    void write(ByteBuffer out) {
        Ints.write(firstOfWord, out);
        Ints.write(terms, out);
        Ints.write(companions, out);
    }

    static Postings read(ByteBuffer in) {
        return new Postings(Ints.read(in), Ints.read(in), Ints.read(in));
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "Postings[" + terms.length + "]";
    }
}
