package ai.meddoc.terminology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Terms in columns, so that a hundred thousand of them load as a few arrays.
 *
 * @param nodes each term's code, as its index in the release
 * @param traits source and flags
 * @param wordStarts where each term's words begin in {@code words}; one more than there are terms
 * @param words word numbers, ascending within a term
 * @param phraseStarts where each term's phrase begins in {@code phrases}; one more than there are terms
 * @param phrases UTF-8
 */
record TermColumns(int[] nodes, byte[] traits, int[] wordStarts, int[] words, int[] phraseStarts, byte[] phrases) {

    private static final int ABBREVIATION = 0x10;
    private static final int AMBIGUOUS = 0x20;
    private static final int SOURCE = 0x0f;
    private static final TermSource[] SOURCES = TermSource.values();

    static byte traits(Term term) {
        return (byte) (term.source().ordinal()
                | (term.abbreviation() ? ABBREVIATION : 0)
                | (term.ambiguous() ? AMBIGUOUS : 0));
    }

    int bytes() {
        return 4 * (6 + nodes.length + wordStarts.length + words.length + phraseStarts.length)
                + traits.length
                + phrases.length;
    }

    void write(ByteBuffer out) {
        Ints.write(nodes, out);
        out.put(traits);
        Ints.write(wordStarts, out);
        Ints.write(words, out);
        Ints.write(phraseStarts, out);
        out.putInt(phrases.length).put(phrases);
    }

    static TermColumns read(ByteBuffer in) {
        int[] nodes = Ints.read(in);
        byte[] traits = new byte[nodes.length];
        in.get(traits);
        int[] wordStarts = Ints.read(in);
        int[] words = Ints.read(in);
        int[] phraseStarts = Ints.read(in);
        byte[] phrases = new byte[in.getInt()];
        in.get(phrases);
        return new TermColumns(nodes, traits, wordStarts, words, phraseStarts, phrases);
    }

    int size() {
        return nodes.length;
    }

    Term term(int index) {
        int start = phraseStarts[index];
        String phrase = new String(phrases, start, phraseStarts[index + 1] - start, StandardCharsets.UTF_8);
        return new Term(nodes[index], phrase, source(index), isAbbreviation(index), (traits[index] & AMBIGUOUS) != 0);
    }

    TermSource source(int index) {
        return SOURCES[traits[index] & SOURCE];
    }

    boolean isAbbreviation(int index) {
        return (traits[index] & ABBREVIATION) != 0;
    }

    int wordStart(int index) {
        return wordStarts[index];
    }

    int wordEnd(int index) {
        return wordStarts[index + 1];
    }

    int word(int at) {
        return words[at];
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
        return "TermColumns[" + nodes.length + "]";
    }
}
