package ai.meddoc.summary;

import ai.meddoc.coding.Evidence;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A summary in the making: its statements and what they have said already. One document; not thread-safe. */
final class Draft {

    private static final String EDGES = " \t\r\n\f\u00a0-*\u2022|#>\u2013\u2014[]";
    private static final String CLOSING = EDGES + ".;,:";

    /** How far a clause is looked for on either side, in characters. */
    private static final int CLAUSE = 120;

    final SummaryInput input;
    final Grounds grounds;
    private final List<Passage> passages;
    private final List<SummaryStatement> statements = new ArrayList<>();
    private final List<Span> said = new ArrayList<>();
    private int length;

    Draft(SummaryInput input, List<Passage> passages) {
        this.input = input;
        this.passages = passages;
        grounds = new Grounds(input);
    }

    List<SummaryStatement> statements() {
        return statements;
    }

    boolean isFull() {
        return statements.size() >= Summary.MAX_STATEMENTS;
    }

    /** The passages of some roles that no statement has quoted yet, in text order. */
    List<Passage> passages(Role first, Role... more) {
        Set<Role> roles = EnumSet.of(first, more);
        return passages.stream()
                .filter(p -> roles.contains(p.role()) && !isSaid(p.span()))
                .toList();
    }

    /** Whether the quotes so far hold two fifths of a stretch or more. */
    boolean isSaid(Span span) {
        int held = 0;
        for (Span quote : said) {
            held += Math.max(0, Math.min(quote.end(), span.end()) - Math.max(quote.start(), span.start()));
        }
        return held > 0 && 5 * held >= 2 * span.length();
    }

    boolean hasDigit(Span span) {
        String text = input.text().text();
        int i = span.start();
        while (i < span.end() && !Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i < span.end();
    }

    /** Whether the statements so far contain the words, whatever their case. */
    boolean says(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return statements.stream()
                .anyMatch(s -> s.text().toLowerCase(Locale.ROOT).contains(lower));
    }

    void add(SummaryStatement statement) {
        if (!isFull() && length + statement.text().length() <= Summary.MAX_LENGTH) {
            statements.add(statement);
            length += statement.text().length();
            statement.evidence().forEach(e -> said.add(e.span()));
        }
    }

    /** Joins passages in their order, as many as one statement holds. */
    void quote(String lead, Collection<Passage> chosen) {
        quote(lead, chosen, p -> true);
    }

    /** Passages that matter more find room first; the statement keeps the order of the text. */
    void quote(String lead, Collection<Passage> chosen, Predicate<Passage> first) {
        List<Passage> ranked = new ArrayList<>(chosen);
        ranked.sort(Comparator.comparing((Passage p) -> !first.test(p)));
        TreeSet<Span> fitting = new TreeSet<>();
        int room = Math.min(SummaryStatement.MAX_LENGTH, Summary.MAX_LENGTH - length) - lead.length();
        for (Passage passage : ranked) {
            if (room <= 2) {
                break;
            }
            Span part = part(passage);
            if (part.length() > 0 && part.length() + 2 < room && fitting.add(part)) {
                room -= part.length() + 2;
            }
        }
        quoteSpans(lead, fitting, separator(fitting));
    }

    /** Joins spans that are known to keep their context. */
    void quoteSpans(String lead, Collection<Span> spans, String separator) {
        Pieces pieces = new Pieces(input.text(), lead, separator);
        spans.forEach(pieces::add);
        pieces.statement().ifPresent(this::add);
    }

    /** List items are parted by semicolons, sentences by stops. */
    private String separator(Collection<Span> spans) {
        boolean items = spans.stream().noneMatch(s -> input.quote(s).contains("; "))
                && spans.stream().allMatch(s -> endsLine(s.end()));
        return items ? "; " : ". ";
    }

    private boolean endsLine(int end) {
        String text = input.text().text();
        int i = end;
        while (i < text.length() && CLOSING.indexOf(text.charAt(i)) >= 0 && text.charAt(i) != '\n') {
            i++;
        }
        return i >= text.length() || text.charAt(i) == '\n';
    }

    /** What of a passage can be quoted: at most so long as evidence may be, and not without what denies it; else nothing. */
    Span part(Passage passage) {
        Span part = trimmed(passage.span());
        if (!grounds.keepsContext(part)) {
            part = trimmed(passage.whole());
        }
        part = shortened(part);
        return grounds.keepsContext(part) ? part : new Span(part.start(), part.start());
    }

    /** The clause around a span: between colons, semicolons, stops, bars, wide gaps and line breaks; empty if it loses context. */
    Span clause(Span core) {
        String text = input.text().text();
        int start = core.start();
        while (start > 0 && !isBoundary(text, start - 1) && core.start() - start < CLAUSE) {
            start--;
        }
        int end = core.end();
        while (end < text.length() && !isBoundary(text, end) && end - core.end() < CLAUSE) {
            end++;
        }
        Span clause = trimmed(new Span(PassageReader.afterMarker(text, start, end), end));
        boolean cut = core.start() - start >= CLAUSE || end - core.end() >= CLAUSE;
        return cut || !grounds.keepsContext(clause) ? new Span(core.start(), core.start()) : clause;
    }

    private static boolean isBoundary(String text, int i) {
        char c = text.charAt(i);
        boolean blank = i + 1 >= text.length() || Character.isWhitespace(text.charAt(i + 1));
        return c == '\n'
                || c == ';'
                || c == '|'
                || (c == '.' || c == ':') && blank
                || c == ' ' && text.startsWith("   ", i);
    }

    /** Cut after the last clause that fits. */
    private Span shortened(Span span) {
        if (span.length() <= Evidence.MAX_LENGTH) {
            return span;
        }
        String fitting = input.quote(new Span(span.start(), span.start() + Evidence.MAX_LENGTH));
        for (String end : List.of("; ", ". ", ", ", " ")) {
            int at = fitting.lastIndexOf(end);
            if (at > Evidence.MAX_LENGTH / 3) {
                return trimmed(new Span(span.start(), span.start() + at));
            }
        }
        return new Span(span.start(), span.start() + Evidence.MAX_LENGTH);
    }

    private Span trimmed(Span span) {
        String text = input.text().text();
        int start = span.start();
        int end = span.end();
        while (start < end && EDGES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return new Span(start, end);
    }
}
