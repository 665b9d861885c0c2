package ai.meddoc.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the raw bytes of a PDF say before PDFBox parses them. PDFBox repairs what it can and is silent about the rest.
 *
 * @param complete whether the end is there and its pointer leads to the cross-reference table
 * @param deep whether arrays or dictionaries nest deeper than PDFBox follows
 * @param bomb whether the object table itself unpacks beyond the limit
 */
record FileStructure(boolean complete, boolean deep, boolean bomb) {

    private static final int TAIL = 2048;
    /** PDFBox gives up at 500 levels, and then loses the object. */
    static final int DEEPEST = 400;

    private static final int DICTIONARY = 2048;
    private static final long LARGEST_GROWTH = 1032;

    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END_STREAM = ascii("endstream");

    static FileStructure of(byte[] pdf) {
        boolean deep = false;
        boolean bomb = false;
        int depth = 0;
        int i = 0;
        while (i < pdf.length) {
            byte c = pdf[i];
            if (c == '[') {
                deep |= ++depth > DEEPEST;
            } else if (c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (c == '<' && i + 1 < pdf.length && pdf[i + 1] == '<') {
                deep |= ++depth > DEEPEST;
                i++;
            } else if (c == '>' && i + 1 < pdf.length && pdf[i + 1] == '>') {
                depth = Math.max(0, depth - 1);
                i++;
            } else if (c == 's' && matches(pdf, i, STREAM)) {
                int end = indexOf(pdf, END_STREAM, i + STREAM.length);
                int stop = end < 0 ? pdf.length : end;
                bomb |= isBomb(pdf, i, stop);
                i = stop + (end < 0 ? 0 : END_STREAM.length) - 1;
                depth = 0;
            }
            i++;
        }
        return new FileStructure(isComplete(pdf), deep, bomb);
    }

    private static boolean isBomb(byte[] pdf, int keyword, int end) {
        int from = Math.max(0, keyword - DICTIONARY);
        String before = new String(pdf, from, keyword - from, StandardCharsets.ISO_8859_1);
        String dictionary = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        if (!dictionary.contains("/ObjStm") && !dictionary.contains("/XRef")) {
            return false;
        }
        int flates = dictionary.split("/FlateDecode|/Fl\\b", -1).length - 1;
        int data = keyword + STREAM.length;
        while (data < end && (pdf[data] == '\r' || pdf[data] == '\n')) {
            data++;
        }
        if (flates == 0 || flates == 1 && (end - data) * LARGEST_GROWTH < StreamGuard.MOST) {
            return false;
        }
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(pdf, data, end - data);
            return StreamGuard.check(in, flates, StreamGuard.MOST) == StreamGuard.State.REFUSED;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isComplete(byte[] pdf) {
        int from = Math.max(0, pdf.length - TAIL);
        String tail = new String(pdf, from, pdf.length - from, StandardCharsets.ISO_8859_1);
        int start = tail.lastIndexOf("startxref");
        int end = tail.lastIndexOf("%%EOF");
        return start >= 0 && end > start && leadsToTable(pdf, tail.substring(start + "startxref".length(), end));
    }

    private static boolean leadsToTable(byte[] pdf, String pointer) {
        String digits = pointer.strip();
        if (digits.isEmpty() || digits.length() > 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        long at = Long.parseLong(digits) + header(pdf);
        int i = (int) Math.min(at, pdf.length);
        while (i < pdf.length && pdf[i] <= ' ') {
            i++;
        }
        return i < pdf.length && (pdf[i] == 'x' || pdf[i] >= '0' && pdf[i] <= '9');
    }

    /** Bytes before the header: offsets count from it. */
    private static int header(byte[] pdf) {
        return Math.max(0, indexOf(pdf, ascii("%PDF-"), 0));
    }

    private static int indexOf(byte[] pdf, byte[] word, int from) {
        for (int i = from; i <= pdf.length - word.length; i++) {
            if (pdf[i] == word[0] && matches(pdf, i, word)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] pdf, int at, byte[] word) {
        if (at + word.length > pdf.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (pdf[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String s) {
        return s.getBytes(StandardCharsets.US_ASCII);
    }
}
