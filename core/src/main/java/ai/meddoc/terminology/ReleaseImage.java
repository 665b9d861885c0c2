package ai.meddoc.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * A release in memory as {@link ReleaseImageWriter} lays it out: arrays over one block of bytes, strings decoded only
 * when asked for. Arrays are never changed after construction.
 */
final class ReleaseImage {
    /** Raised when the layout changes; an image of another format is refused. */
    static final int FORMAT = 0x1CD1001;

    private static final int LARGEST = 1 << 28;

    final LocalDate from;
    final long[] keys;
    final boolean[] billable;
    final int[] titles;
    final int[] sevenths;
    /** Of a category the innermost block or chapter, else -1. */
    final int[] groupOfCode;

    final int[] groupCodes;
    final int[] groupTitles;
    final int[] groupParents;
    final NoteColumn groupNotes;
    final NoteColumn codeNotes;
    final int[] indexTermStart;
    final int[] indexTerms;

    private final byte[] bytes;
    private final int[] stringStart;
    private int position;

    /** Notes of entry i are {@code start[i]} to {@code start[i + 1]}, exclusive. */
    record NoteColumn(int[] start, byte[] kinds, int[] texts, int[] codes) {}

    private ReleaseImage(byte[] bytes) {
        this.bytes = bytes;
        if (number() != FORMAT) {
            throw new IllegalArgumentException("not an image of a release, or one of another version");
        }
        from = LocalDate.ofEpochDay(number());
        stringStart = lengthsToStarts(number());
        int groups = number();
        groupCodes = new int[groups];
        groupTitles = new int[groups];
        groupParents = new int[groups];
        for (int i = 0; i < groups; i++) {
            groupCodes[i] = number();
            groupTitles[i] = number();
            groupParents[i] = number() - 1;
        }
        keys = keys();
        int codes = keys.length;
        billable = new boolean[codes];
        for (int i = 0; i < codes; i++) {
            billable[i] = number() == 1;
        }
        titles = numbers(codes);
        sevenths = numbers(codes);
        groupOfCode = numbers(codes);
        for (int i = 0; i < codes; i++) {
            groupOfCode[i]--;
        }
        groupNotes = notes(groups);
        codeNotes = notes(codes);
        indexTermStart = new int[codes + 1];
        indexTerms = indexTerms(codes);
    }

    static ReleaseImage read(InputStream stream) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(stream, 1 << 16)) {
            byte[] bytes = gzip.readNBytes(LARGEST);
            return new ReleaseImage(bytes);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException("the image of a release is damaged", e);
        }
    }

    String string(int id) {
        int start = stringStart[id];
        return new String(bytes, start, stringStart[id + 1] - start, StandardCharsets.UTF_8);
    }

    boolean isEmptyString(int id) {
        return stringStart[id] == stringStart[id + 1];
    }

    private int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = bytes[position++];
            value |= (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    private int[] numbers(int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = number();
        }
        return values;
    }

    private int[] lengthsToStarts(int count) {
        int[] starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            starts[i + 1] = starts[i] + number();
        }
        int base = position;
        for (int i = 0; i <= count; i++) {
            starts[i] += base;
        }
        position = starts[count];
        return starts;
    }

    private long[] keys() {
        long[] sorted = new long[number()];
        long key = 0;
        for (int i = 0; i < sorted.length; i++) {
            int header = number();
            int length = header >> 3;
            key &= length == 0 ? 0 : -1L << 8 * (CodeKey.LONGEST - length);
            for (int added = header & 7; added > 0; added--) {
                length++;
                key |= (long) bytes[position++] << 8 * (CodeKey.LONGEST - length);
            }
            sorted[i] = key;
        }
        return sorted;
    }

    private NoteColumn notes(int entries) {
        int[] start = new int[entries + 1];
        for (int i = 0; i < entries; i++) {
            start[i + 1] = start[i] + number();
        }
        int count = start[entries];
        NoteColumn column = new NoteColumn(start, new byte[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            column.kinds[i] = (byte) number();
            column.texts[i] = number();
            column.codes[i] = number();
        }
        return column;
    }

    private int[] indexTerms(int codes) {
        int[] terms = new int[16];
        int count = 0;
        for (int i = 0; i < codes; i++) {
            for (int left = number(); left > 0; left--) {
                terms = count == terms.length ? Arrays.copyOf(terms, count * 2) : terms;
                terms[count++] = number();
            }
            indexTermStart[i + 1] = count;
        }
        return Arrays.copyOf(terms, count);
    }
}
