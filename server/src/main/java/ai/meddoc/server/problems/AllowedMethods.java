package ai.meddoc.server.problems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which methods an address takes, by the contract. Read on first use; thread-safe. */
@Singleton
final class AllowedMethods {

    private static final String CONTRACT = "/ai/meddoc/server/openapi.json";

    private final ObjectMapper json;
    private volatile Map<Pattern, String> byPath = Map.of();

    AllowedMethods(ObjectMapper json) {
        this.json = json;
    }

    /** The value of the Allow header. */
    String at(String path) {
        if (byPath.isEmpty()) {
            byPath = read();
        }
        return byPath.entrySet().stream()
                .filter(e -> e.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("GET");
    }

    private Map<Pattern, String> read() {
        try (InputStream in = AllowedMethods.class.getResourceAsStream(CONTRACT)) {
            if (in == null) {
                throw new FileNotFoundException(CONTRACT);
            }
            Map<Pattern, String> found = new LinkedHashMap<>();
            json.readTree(in)
                    .path("paths")
                    .properties()
                    .forEach(path -> found.put(
                            Pattern.compile(path.getKey().replaceAll("\\{[^}]+}", "[^/]+")), methods(path.getValue())));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String methods(JsonNode path) {
        TreeSet<String> names = new TreeSet<>();
        path.fieldNames().forEachRemaining(name -> names.add(name.toUpperCase(Locale.ROOT)));
        return String.join(", ", names);
    }
}
