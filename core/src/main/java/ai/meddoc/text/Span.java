package ai.meddoc.text;

/**
 * A stretch of the original text: UTF-16 indexes (as {@link String#charAt(int)}), start inclusive, end exclusive. Every
 * offset in this product is one of these and always refers to {@link DocumentText#text()}, never to a normalised or
 * decoded-again form.
 *
 * @param start index of the first character
 * @param end index after the last character, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    /** @throws IllegalArgumentException if start is negative or end lies before start */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span [" + start + "," + end + ")");
        }
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    public boolean contains(int index) {
        return start <= index && index < end;
    }

    /** Whether the two share at least one character. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The smallest span that contains both. */
    public Span cover(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** The characters of {@code text} under this span, as a view where the sequence allows it. */
    public String of(CharSequence text) {
        return text.subSequence(start, end).toString();
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return "[" + start + "," + end + ")";
    }
}
