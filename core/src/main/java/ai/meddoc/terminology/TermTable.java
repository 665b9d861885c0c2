package ai.meddoc.terminology;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The phrases that clinicians write and the code each leads to by the index's defaults. A table is lines of
 * {@code CODE<TAB>phrase | phrase}; {@code #} starts a comment line. A word in capitals is an abbreviation; a
 * {@code ?} after it marks a phrase with other common senses. Immutable and thread-safe.
 */
public final class TermTable {
    private static final String FOLDER = "terms/";

    private final List<Entry> entries;

    private TermTable(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One phrase.
     *
     * @param code as written: a billable code, or a header whose default child is meant
     * @param phrase without its {@code ?}
     * @param ambiguous whether it has other common senses and needs support nearby
     */
    public record Entry(String code, String phrase, boolean ambiguous) {
        public Entry {
            Objects.requireNonNull(code);
            Objects.requireNonNull(phrase);
        }

        /** Whether it counts only as it is printed. */
        public boolean isAbbreviation() {
            return TermTable.isAbbreviation(phrase);
        }
    }

    /** One word with at least two capitals, the first of them before any small letter: "HTN", "MIs", "COVID-19". */
    static boolean isAbbreviation(String phrase) {
        int capitals = 0;
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c == ' ' || c >= 'a' && c <= 'z' && capitals == 0) {
                return false;
            }
            capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
        }
        return capitals > 1;
    }

    /** The tables that come with the program, in the order that {@code terms/files.txt} names them. */
    public static TermTable bundled() {
        List<Entry> all = new ArrayList<>();
        for (String name : files()) {
            try (Reader reader = open(FOLDER + name)) {
                all.addAll(read(reader, name).entries);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new TermTable(all);
    }

    static List<String> files() {
        return lines(FOLDER + "files.txt");
    }

    /**
     * Reads one table.
     *
     * @param name of the file, for messages
     * @throws ReleaseFormatException when a line has no code or an empty phrase
     */
    public static TermTable read(Reader reader, String name) throws IOException {
        List<Entry> entries = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                addLine(line, name, number, entries);
            }
        }
        return new TermTable(entries);
    }

    private static void addLine(String line, String name, int number, List<Entry> into) {
        int tab = line.indexOf('\t');
        if (tab < 0 || CodeKey.of(line.substring(0, tab).strip()) == CodeKey.NONE) {
            throw new ReleaseFormatException(name, number, "a code, a tab and phrases are expected");
        }
        String code = line.substring(0, tab).strip();
        for (String part : line.substring(tab + 1).split("\\|", -1)) {
            String phrase = part.strip();
            boolean ambiguous = phrase.endsWith("?");
            phrase = ambiguous ? phrase.substring(0, phrase.length() - 1).strip() : phrase;
            if (phrase.isEmpty()) {
                throw new ReleaseFormatException(name, number, "a phrase is empty");
            }
            into.add(new Entry(code, phrase, ambiguous));
        }
    }

    /** All phrases, in the order of the tables. */
    public List<Entry> entries() {
        return entries;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(open(resource))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String resource) {
        InputStream stream = TermTable.class.getResourceAsStream(resource);
        return new InputStreamReader(
                Objects.requireNonNull(stream, () -> "missing resource " + resource), StandardCharsets.UTF_8);
    }
}
