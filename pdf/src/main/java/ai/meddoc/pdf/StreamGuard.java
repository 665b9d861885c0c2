package ai.meddoc.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * Measures what a compressed stream unpacks to, without unpacking it into memory: PDFBox itself would, whatever the
 * size, and keeps quiet about a stream that breaks off.
 */
final class StreamGuard {

    /** More than this is a bomb: real content streams, fonts and maps stay far below. */
    static final long MOST = 64L * 1024 * 1024;

    enum State {
        SOUND,
        /** Unpacks to more than {@link #MOST}, or is an image in disguise: not to be unpacked. */
        REFUSED,
        /** Breaks off or is garbled: PDFBox reads what comes before and says nothing. */
        BROKEN
    }

    private static final int CHUNK = 32 * 1024;
    /** LZW and run-length coding grow by at most about this much in practice that is not hostile. */
    private static final long OTHER_GROWTH = 64;

    private StreamGuard() {}

    static State check(COSStream stream) {
        List<COSName> filters = filters(stream);
        int flates = 0;
        while (flates < filters.size() && isFlate(filters.get(flates))) {
            flates++;
        }
        long growth = 1;
        for (COSName f : filters.subList(flates, filters.size())) {
            if (isImage(f)) {
                return State.REFUSED;
            }
            growth *= grows(f) ? OTHER_GROWTH : 1;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            return check(raw, flates, MOST / growth);
        } catch (IOException e) {
            return State.BROKEN;
        }
    }

    /** @param flates how many times the bytes were deflated */
    static State check(InputStream raw, int flates, long most) throws IOException {
        if (flates > 4) {
            return State.REFUSED;
        }
        InputStream in = raw;
        List<Inflating> layers = new ArrayList<>(flates);
        for (int i = 0; i < flates; i++) {
            Inflating layer = new Inflating(in);
            layers.add(layer);
            in = layer;
        }
        try {
            return measure(in, layers, most);
        } finally {
            layers.forEach(Inflating::release);
        }
    }

    private static State measure(InputStream in, List<Inflating> layers, long most) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long total = 0;
        int depth = 0;
        int n;
        while ((n = in.read(buffer, 0, CHUNK)) > 0) {
            total += n;
            if (total > most) {
                return State.REFUSED;
            }
            depth = depth(buffer, n, depth);
            if (depth > FileStructure.DEEPEST) {
                return State.BROKEN;
            }
        }
        for (Inflating layer : layers) {
            // An inner layer may be huge while the outer one stays small.
            if (layer.total() > most) {
                return State.REFUSED;
            }
            if (layer.broken) {
                return State.BROKEN;
            }
        }
        return State.SOUND;
    }

    /** How deep arrays nest after these bytes: PDFBox drops the rest of a page that nests too deep. */
    private static int depth(byte[] bytes, int n, int before) {
        int depth = before;
        for (int i = 0; i < n && depth <= FileStructure.DEEPEST; i++) {
            if (bytes[i] == '[') {
                depth++;
            } else if (bytes[i] == ']' && depth > 0) {
                depth--;
            }
        }
        return depth;
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        List<COSName> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name);
        } else if (filters instanceof COSArray array) {
            for (int i = 0; i < Math.min(array.size(), 16); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean isFlate(COSName filter) {
        return filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION);
    }

    /** Images are not checked here; as content or font, a few bytes of them would become gigabytes. */
    private static boolean isImage(COSName filter) {
        String name = filter.getName();
        return name.equals("JBIG2Decode")
                || name.equals("JPXDecode")
                || name.startsWith("DCT")
                || name.startsWith("CCF")
                || name.equals("CCITTFaxDecode");
    }

    private static boolean grows(COSName filter) {
        String name = filter.getName();
        return isFlate(filter)
                || name.equals("LZWDecode")
                || name.equals("LZW")
                || name.equals("RunLengthDecode")
                || name.equals("RL");
    }

    /** Like InflaterInputStream, but a fault ends the stream and is remembered. */
    private static final class Inflating extends InputStream {
        private final InputStream in;
        /** Without header and checksum, as PDFBox does: a wrong checksum loses no text. */
        private final Inflater inflater = new Inflater(true);

        private final byte[] input = new byte[CHUNK];
        private int header = 2;
        private boolean empty = true;
        private boolean broken;

        Inflating(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read by the chunk");
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            while (!broken && !inflater.finished()) {
                try {
                    int n = inflater.inflate(b, off, len);
                    if (n > 0) {
                        return n;
                    }
                } catch (DataFormatException e) {
                    broken = true;
                    return -1;
                }
                if (inflater.needsDictionary() || inflater.needsInput() && !fill()) {
                    broken = !inflater.finished() && !empty;
                    return -1;
                }
            }
            return -1;
        }

        private boolean fill() throws IOException {
            int n = in.read(input, 0, input.length);
            if (n <= 0) {
                return false;
            }
            empty = false;
            int skipped = Math.min(header, n);
            header -= skipped;
            inflater.setInput(input, skipped, n - skipped);
            return true;
        }

        long total() {
            return inflater.getBytesWritten();
        }

        void release() {
            inflater.end();
        }
    }
}
