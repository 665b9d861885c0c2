package ai.meddoc.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a data file of rules: UTF-8, one rule a line, columns parted by tabs, empty lines and lines that start with "#"
 * skipped. Stateless and thread-safe.
 */
public final class RuleFile {

    private RuleFile() {}

    /**
     * The rows of a file that lies beside a class.
     *
     * @param columns how many columns every row must have
     * @throws IllegalStateException if the file is missing or a row has another number of columns: a broken build
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<List<String>> rows(Class<?> beside, String name, int columns) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing " + name);
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<List<String>> read(BufferedReader reader, String name, int columns) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> row = List.of(line.split("\t", -1));
            if (row.size() != columns) {
                throw new IllegalStateException(name + " line " + number + " has " + row.size() + " columns");
            }
            rows.add(row);
        }
        return rows;
    }
}
