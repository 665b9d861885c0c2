package ai.meddoc.server.problems;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sections of docs/problems.md by their problem's name. Immutable. */
public final class ProblemPages {

    private static final String RESOURCE = "/ai/meddoc/server/problems.md";
    private static final String HEADING = "\n## ";

    private final Map<String, String> sections;

    private ProblemPages(Map<String, String> sections) {
        this.sections = Map.copyOf(sections);
    }

    public static ProblemPages read() {
        try (InputStream in = ProblemPages.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemPages parse(String page) {
        Map<String, String> sections = new HashMap<>();
        for (int at = page.indexOf(HEADING); at >= 0; at = page.indexOf(HEADING, at + 1)) {
            int end = page.indexOf(HEADING, at + 1);
            String section = page.substring(at + HEADING.length(), end < 0 ? page.length() : end);
            int line = section.indexOf('\n');
            sections.put(section.substring(0, line), section.substring(line).strip());
        }
        return new ProblemPages(sections);
    }

    public Map<String, String> sections() {
        return sections;
    }

    /** The text of one section. */
    public Optional<String> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }
}
