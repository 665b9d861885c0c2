package ai.meddoc.terminology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a release as one gzip stream of columns; {@link ReleaseImage} reads it. The same release gives the same
 * bytes. Numbers are variable-length (7 bits a byte, low first); strings are numbers into one table, stored once each.
 */
final class ReleaseImageWriter {
    private final ByteArrayOutputStream columns = new ByteArrayOutputStream(1 << 20);
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<byte[]> strings = new ArrayList<>();

    private ReleaseImageWriter() {}

    /**
     * @param groups chapters and blocks, outer before inner
     * @param codes sorted by code
     */
    static void write(LocalDate from, List<ReleaseEntry> groups, List<ReleaseEntry> codes, OutputStream out)
            throws IOException {
        ReleaseImageWriter writer = new ReleaseImageWriter();
        writer.groups(groups);
        writer.codes(codes);
        writer.notes(groups);
        writer.notes(codes);
        writer.indexTerms(codes);
        try (GZIPOutputStream gzip = new BestGzip(out)) {
            writer.writeTo(gzip, from);
        }
    }

    private void writeTo(OutputStream out, LocalDate from) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        number(head, ReleaseImage.FORMAT);
        number(head, (int) from.toEpochDay());
        number(head, strings.size());
        for (byte[] string : strings) {
            number(head, string.length);
        }
        for (byte[] string : strings) {
            head.writeBytes(string);
        }
        head.writeTo(out);
        columns.writeTo(out);
    }

    private void groups(List<ReleaseEntry> groups) {
        number(groups.size());
        for (ReleaseEntry group : groups) {
            string(group.code());
            string(group.title());
            number(group.group() + 1);
        }
    }

    private void codes(List<ReleaseEntry> codes) {
        number(codes.size());
        String last = "";
        for (ReleaseEntry entry : codes) {
            String code = entry.code().replace(".", "");
            int shared = 0;
            while (shared < last.length() && shared < code.length() && last.charAt(shared) == code.charAt(shared)) {
                shared++;
            }
            number(shared << 3 | code.length() - shared);
            columns.writeBytes(code.substring(shared).getBytes(StandardCharsets.US_ASCII));
            last = code;
        }
        for (ReleaseEntry entry : codes) {
            number(entry.billable() ? 1 : 0);
        }
        for (ReleaseEntry entry : codes) {
            string(entry.title());
        }
        for (ReleaseEntry entry : codes) {
            string(entry.seventh());
        }
        for (ReleaseEntry entry : codes) {
            number(entry.group() + 1);
        }
    }

    private void notes(List<ReleaseEntry> entries) {
        for (ReleaseEntry entry : entries) {
            number(entry.notes().size());
        }
        for (ReleaseEntry entry : entries) {
            for (CodeNote note : entry.notes()) {
                number(note.kind().ordinal());
                string(note.text());
                string(String.join(" ", note.codes()));
            }
        }
    }

    private void indexTerms(List<ReleaseEntry> codes) {
        for (ReleaseEntry entry : codes) {
            number(entry.indexTerms().size());
            for (String term : entry.indexTerms()) {
                string(term);
            }
        }
    }

    private void string(String value) {
        Integer id = ids.get(value);
        if (id == null) {
            id = strings.size();
            ids.put(value, id);
            strings.add(value.getBytes(StandardCharsets.UTF_8));
        }
        number(id);
    }

    private void number(int value) {
        number(columns, value);
    }

    private static void number(ByteArrayOutputStream out, int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
