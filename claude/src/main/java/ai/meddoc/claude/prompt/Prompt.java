package ai.meddoc.claude.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prompt file: its first line is a comment with its version, which rises whenever a word changes.
 *
 * @param name of the file, without its ending
 * @param text without the version line
 */
public record Prompt(String name, int version, String text) {

    private static final Pattern FIRST_LINE = Pattern.compile("<!-- version: (\\d+) -->\\R");

    public Prompt {
        Objects.requireNonNull(name);
        Objects.requireNonNull(text);
    }

    /** @throws IllegalStateException if the file is missing or begins with no version: a broken build */
    static Prompt load(String name) {
        try (InputStream in = Prompt.class.getResourceAsStream(name + ".md")) {
            if (in == null) {
                throw new IllegalStateException("missing prompt " + name);
            }
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher first = FIRST_LINE.matcher(content);
            if (!first.lookingAt()) {
                throw new IllegalStateException("prompt " + name + " has no version");
            }
            return new Prompt(name, Integer.parseInt(first.group(1)), content.substring(first.end()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
