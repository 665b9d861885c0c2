package ai.meddoc.claude.deid;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds identifiers by the field they stand in: columns under a heading ({@code last,first,dob}), {@code name=value},
 * XML, and the segments of HL7 version 2. Immutable; thread-safe.
 */
final class FieldFinder {

    private static final int COLUMNS = 2;
    private static final int LONGEST = 100;
    private static final String DELIMITERS = "|,\t;";
    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern ASSIGNED = Pattern.compile(
            "(?<![\\w.])(?<k>[A-Za-z][A-Za-z_-]{1,20})=(?:\"(?<q>[^\"\\n]{1,100})\"|(?<v>[^\\s&;,=\"<>]{1,60}(?:[ ][A-Za-z'-]+(?=[ ]*(?:$|[&;,])))?))",
            Pattern.MULTILINE);
    private static final Pattern ELEMENT =
            Pattern.compile("<(?<k>[A-Za-z][A-Za-z_-]{1,20})(?:\\s[^<>]{0,100})?>(?<v>[^<>\\n]{1,100})</");
    private static final Pattern MEMBER = Pattern.compile(
            "\"(?<k>[A-Za-z][A-Za-z_-]{1,30})\"\\s{0,3}:\\s{0,3}(?:\\[\\s{0,3})?\"(?<v>[^\"\\n]{1,100})\"(?<more>(?:\\s{0,3},\\s{0,3}\"[^\"\\n:]{1,60}\"(?!\\s*:)){0,4})");
    private static final Pattern STRING = Pattern.compile("\"([^\"]{1,60})\"");
    private static final Pattern SEGMENT = Pattern.compile("(?m)^(?<k>MSH|PID|NK1|PV1|IN1|GT1|OBR|ORC)\\|[^\\n]*");

    private final Map<String, IdentifierKind> kinds = new HashMap<>();

    private FieldFinder() {}

    static FieldFinder load() {
        FieldFinder finder = new FieldFinder();
        for (List<String> row : RuleFile.rows(FieldFinder.class, "field-names.tsv", COLUMNS)) {
            for (String name : row.get(1).split(" ")) {
                finder.kinds.put(name, IdentifierKind.valueOf(row.get(0)));
            }
        }
        return finder;
    }

    List<Identifier> find(String text) {
        List<Identifier> found = new ArrayList<>();
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            String group = assigned.start("q") >= 0 ? "q" : "v";
            add(text, kind(assigned.group("k")), new Span(assigned.start(group), assigned.end(group)), found);
        }
        Matcher element = ELEMENT.matcher(text);
        while (element.find()) {
            add(text, kind(element.group("k")), new Span(element.start("v"), element.end("v")), found);
        }
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
            IdentifierKind kind = kind(member.group("k"));
            add(text, kind, new Span(member.start("v"), member.end("v")), found);
            Matcher more = STRING.matcher(text).region(member.start("more"), member.end("more"));
            while (more.find()) {
                add(text, kind, new Span(more.start(1), more.end(1)), found);
            }
        }
        Matcher segment = SEGMENT.matcher(text);
        while (segment.find()) {
            List<Span> cells = cells(new Span(segment.start(), segment.end()), text, '|');
            for (int i = 1; i < cells.size(); i++) {
                // The separator itself is the first field of the header segment.
                int number = segment.group("k").equals("MSH") ? i + 1 : i;
                add(text, kinds.get(segment.group("k") + "-" + number), cells.get(i), found);
            }
        }
        tables(text, found);
        return found;
    }

    private @Nullable IdentifierKind kind(String field) {
        return kinds.get(field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }

    /** A heading of known fields, and the lines below it that have as many cells. */
    private void tables(String text, List<Identifier> found) {
        List<@Nullable IdentifierKind> columns = List.of();
        char delimiter = ' ';
        Matcher lines = LINE.matcher(text);
        while (lines.find()) {
            Span line = new Span(lines.start(), lines.end());
            char own = delimiter(text, line);
            List<@Nullable IdentifierKind> heading = own == ' ' ? List.of() : heading(text, cells(line, text, own));
            if (!heading.isEmpty()) {
                columns = heading;
                delimiter = own;
            } else if (delimiter != ' ') {
                List<Span> cells = cells(line, text, delimiter);
                for (int i = 0; i < cells.size() && cells.size() == columns.size(); i++) {
                    add(text, columns.get(i), cells.get(i), found);
                }
                boolean below = cells.size() >= columns.size();
                columns = below ? columns : List.of();
                delimiter = below ? delimiter : ' ';
            }
        }
    }

    /** The sign that parts a line into most cells, three or more; a blank if none does. */
    private static char delimiter(String text, Span line) {
        for (char delimiter : DELIMITERS.toCharArray()) {
            if (line.of(text).chars().filter(c -> c == delimiter).count() >= 2) {
                return delimiter;
            }
        }
        return ' ';
    }

    /** The kinds of a heading's columns; none if it is no heading. */
    private List<@Nullable IdentifierKind> heading(String text, List<Span> cells) {
        List<@Nullable IdentifierKind> columns = new ArrayList<>();
        int known = 0;
        for (Span cell : cells) {
            IdentifierKind kind = kind(cell.of(text));
            boolean figures = cell.of(text).chars().anyMatch(Character::isDigit);
            if (figures || cell.length() > LONGEST / 4) {
                return List.of();
            }
            columns.add(kind);
            known += kind == null ? 0 : 1;
        }
        return known >= 2 ? columns : List.of();
    }

    private static List<Span> cells(Span line, String text, char delimiter) {
        List<Span> cells = new ArrayList<>();
        int start = line.start();
        for (int i = line.start(); i <= line.end(); i++) {
            if (i == line.end() || text.charAt(i) == delimiter) {
                cells.add(new Span(start, i));
                start = i + 1;
            }
        }
        return cells;
    }

    private static void add(String text, @Nullable IdentifierKind kind, Span field, List<Identifier> found) {
        int start = field.start();
        int end = field.end();
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean figures = text.substring(start, end).chars().anyMatch(Character::isDigit);
        boolean needsFigures =
                kind == IdentifierKind.DATE || kind == IdentifierKind.PHONE || kind == IdentifierKind.MRN;
        if (kind != null && end > start && end - start <= LONGEST && (figures || !needsFigures)) {
            found.add(new Identifier(kind, new Span(start, end), true));
        }
    }
}
