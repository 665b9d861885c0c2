package ai.meddoc.claude.replay;

import ai.meddoc.claude.call.ModelAnswer;
import ai.meddoc.claude.call.ModelRequest;
import ai.meddoc.claude.ledger.TokenUsage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file of replies that a live server gave to questions about synthetic documents, a line each. A question is known by the
 * hash of everything that was sent, so a reply is never given to another question: a changed prompt needs a new recording.
 * Thread-safe.
 */
public final class Recording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, ModelAnswer> answers = new ConcurrentHashMap<>();

    private Recording(Path file) {
        this.file = file;
    }

    /** Reads a file; one that is not there holds nothing yet. */
    public static Recording at(Path file) {
        Recording recording = new Recording(file);
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    recording.read(JSON.readTree(line));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return recording;
    }

    private void read(JsonNode line) {
        JsonNode usage = line.path("usage");
        answers.put(
                line.path("question").asText(),
                new ModelAnswer(
                        line.path("text").asText(),
                        line.path("stop_reason").asText(),
                        new TokenUsage(
                                usage.path("input").asLong(),
                                usage.path("write_5_minutes").asLong(),
                                usage.path("write_1_hour").asLong(),
                                usage.path("read").asLong(),
                                usage.path("output").asLong()),
                        line.path("request_id").asText()));
    }

    public int size() {
        return answers.size();
    }

    Optional<ModelAnswer> find(ModelRequest request) {
        return Optional.ofNullable(answers.get(key(request)));
    }

    synchronized void add(ModelRequest request, ModelAnswer answer) {
        String key = key(request);
        if (answers.putIfAbsent(key, answer) != null) {
            return;
        }
        ObjectNode line = JSON.createObjectNode()
                .put("question", key)
                .put("model", request.modelId())
                .put("request_id", answer.requestId())
                .put("stop_reason", answer.stopReason())
                .put("text", answer.text());
        line.putObject("usage")
                .put("input", answer.usage().input())
                .put("write_5_minutes", answer.usage().write5Minutes())
                .put("write_1_hour", answer.usage().write1Hour())
                .put("read", answer.usage().read())
                .put("output", answer.usage().output());
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(ModelRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String schema = JSON.writeValueAsString(sorted(request.schema()));
            for (String part : new String[] {request.modelId(), request.system(), schema, request.message()}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> sorted(Map<String, Object> schema) {
        return new java.util.TreeMap<>(schema);
    }
}
