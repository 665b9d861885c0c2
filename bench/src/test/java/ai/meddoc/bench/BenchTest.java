package ai.meddoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form runs to its end and prints every figure; what the figures are is not for a busy machine to tell. */
final class BenchTest {

    @Test
    void prints_every_figure() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            Bench bench = new Bench(out, Notes.read(Path.of("..")), true);
            bench.alone();
            bench.beside();
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("notes of 4 KB a second a core", "a note, p99", "load again", "two threads beside one")
                .contains("a document of 64 KB", "heap at its peak")
                .contains("OpenNLP", "Lucene", "aho-corasick");
    }

    @Test
    void notes_are_of_one_size() throws Exception {
        assertThat(Notes.read(Path.of("..")).ofOneSize())
                .hasSizeGreaterThan(20)
                .allMatch(note -> note.length() == Notes.NOTE);
    }
}
