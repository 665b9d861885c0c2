package ai.meddoc.extract;

import java.nio.charset.StandardCharsets;

/** What a file is, judged by its first bytes; the name is never asked. */
public enum ContentKind {
    PDF,
    PNG,
    JPEG,
    TIFF,
    /** Text in one of the encodings that {@link PlainTextExtractor} reads. */
    TEXT,
    /** No bytes at all. */
    NOTHING,
    /** Anything else: archives, office files, programs, other images. */
    OTHER;

    private static final int SAMPLE = 8192;
    /** The PDF reference lets up to 1,024 bytes precede the header (implementation note 13 of PDF 1.7). */
    private static final int HEADER_WITHIN = 1024;

    private static final byte[] PDF_MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[][] FOREIGN = {
        {'P', 'K', 3, 4},
        {'P', 'K', 5, 6},
        {0x1f, (byte) 0x8b},
        {0x7f, 'E', 'L', 'F'},
        {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0},
        {'G', 'I', 'F', '8'},
        {'{', '\\', 'r', 't', 'f'},
        {'R', 'a', 'r', '!'},
        {'7', 'z', (byte) 0xbc, (byte) 0xaf}
    };

    /** Never throws; looks at no more than the first 8,192 bytes. */
    public static ContentKind of(byte[] bytes) {
        if (bytes.length == 0) {
            return NOTHING;
        }
        if (startsWith(bytes, 0, new byte[] {(byte) 0x89, 'P', 'N', 'G'})) {
            return PNG;
        }
        if (startsWith(bytes, 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
            return JPEG;
        }
        if (startsWith(bytes, 0, new byte[] {'I', 'I', 42, 0}) || startsWith(bytes, 0, new byte[] {'M', 'M', 0, 42})) {
            return TIFF;
        }
        if (hasPdfHeader(bytes)) {
            return PDF;
        }
        for (byte[] mark : FOREIGN) {
            if (startsWith(bytes, 0, mark)) {
                return OTHER;
            }
        }
        return TextEncoding.isText(bytes, Math.min(bytes.length, SAMPLE)) ? TEXT : OTHER;
    }

    private static boolean hasPdfHeader(byte[] bytes) {
        int last = Math.min(bytes.length - PDF_MARK.length, HEADER_WITHIN);
        for (int i = 0; i <= last; i++) {
            if (bytes[i] == '%' && startsWith(bytes, i, PDF_MARK)) {
                // A text that only mentions the mark has it in the middle of a line.
                return i == 0 || bytes[i - 1] == '\n' || bytes[i - 1] == '\r' || !TextEncoding.isText(bytes, i);
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] mark) {
        if (bytes.length - at < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
