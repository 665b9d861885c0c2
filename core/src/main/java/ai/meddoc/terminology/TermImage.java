package ai.meddoc.terminology;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The term index of a release as a file of arrays, written by the build and loaded in milliseconds. A file that was made
 * for another release, or by another version of this class, is not used. Stateless.
 */
public final class TermImage {

    private static final int VERSION = 2;

    private TermImage() {}

    /** Writes the index of the newest bundled release: arguments: the file to write. */
    public static void main(String[] arguments) throws IOException {
        Icd10Cm release = Icd10CmReleases.bundled().newest();
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(TermLibrary.build(release), release, out);
        }
    }

    static void write(TermIndex index, Icd10Cm release, OutputStream out) throws IOException {
        byte[] name = release.release().getBytes(StandardCharsets.UTF_8);
        TermColumns columns = index.columns();
        ByteBuffer buffer = ByteBuffer.allocate(12
                + name.length
                + index.vocabulary().bytes()
                + columns.bytes()
                + index.postings().bytes());
        buffer.putInt(VERSION).putInt(release.size()).putInt(name.length).put(name);
        index.vocabulary().write(buffer);
        columns.write(buffer);
        index.postings().write(buffer);
        out.write(buffer.array(), 0, buffer.position());
    }

    /** @return null when the file was not made for this release by this version */
    static @Nullable TermIndex read(InputStream in, Icd10Cm release) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(new BufferedInputStream(in).readAllBytes());
        byte[] expected = release.release().getBytes(StandardCharsets.UTF_8);
        if (buffer.getInt() != VERSION || buffer.getInt() != release.size()) {
            return null;
        }
        byte[] name = new byte[buffer.getInt()];
        buffer.get(name);
        if (!Arrays.equals(name, expected)) {
            return null;
        }
        Vocabulary vocabulary = Vocabulary.read(buffer);
        TermColumns columns = TermColumns.read(buffer);
        return new TermIndex(vocabulary, columns, Postings.read(buffer));
    }
}
