package ai.meddoc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own synthetic documents ({@code evals/datasets/synthetic_v1.json}, {@code test_docs}) put together to notes of one
 * size, so that a note is the same amount of work on every run and for every peer.
 *
 * @param documents in the order of the files
 */
record Notes(List<String> documents) {

    /** Characters of a note. */
    static final int NOTE = 4096;

    static Notes read(Path root) throws IOException {
        List<String> documents = new ArrayList<>();
        JsonNode items = new ObjectMapper()
                .readTree(root.resolve("evals/datasets/synthetic_v1.json").toFile())
                .path("items");
        items.forEach(item -> documents.add(item.path("text").asText()));
        try (Stream<Path> files = Files.list(root.resolve("test_docs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt"))
                    .filter(f -> !f.toString().contains("windows1252"))
                    .sorted()
                    .toList()) {
                documents.add(Files.readString(file));
            }
        }
        return new Notes(documents);
    }

    /** Whole documents one after another, cut at {@link #NOTE} characters, until all are used. */
    List<String> ofOneSize() {
        List<String> notes = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        for (String document : documents) {
            note.append(document).append("\n\n");
            if (note.length() >= NOTE) {
                notes.add(note.substring(0, NOTE));
                note.setLength(0);
            }
        }
        return notes;
    }

    /** One long document of the documents in turn. */
    String ofLength(int length) {
        StringBuilder text = new StringBuilder(length + NOTE);
        for (int i = 0; text.length() < length; i++) {
            text.append(documents.get(i % documents.size())).append("\n\n");
        }
        return text.substring(0, length);
    }
}
