package ai.meddoc.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table of docs/settings.md: the settings' names with their defaults, as printed. */
final class SettingsTable {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| ([^|]*?) ?\\| [^|]+ \\|");

    private SettingsTable() {}

    static Map<String, String> under(String heading) {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : lines(Path.of("../docs/settings.md"))) {
            if (line.startsWith("## ")) {
                inside = line.equals("## " + heading);
            }
            Matcher row = ROW.matcher(line);
            if (inside && row.matches()) {
                rows.put(row.group(1), row.group(2));
            }
        }
        return rows;
    }

    private static Iterable<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
