package ai.meddoc.server.documents;

import ai.meddoc.document.DocumentType;
import ai.meddoc.server.analyses.CallerWords;
import ai.meddoc.server.problems.Dates;
import ai.meddoc.server.problems.ProblemException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which documents to list: conditions with their values, never values inside the SQL. */
final class DocumentFilter {

    private static final Set<String> STATES = Set.of("stored", "queued", "running", "processed", "failed");
    private static final int MAX_SEARCH = 200;

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    private final String tenant;
    private @Nullable String name;

    /** @param tenant whose documents are there at all */
    DocumentFilter(String tenant) {
        this.tenant = tenant;
        add("d.tenant = ?", tenant);
    }

    void before(@Nullable Long id) {
        if (id != null) {
            add("d.id < ?", id);
        }
    }

    void nameContains(@Nullable String part) {
        if (part == null || part.isBlank()) {
            return;
        }
        if (part.length() > MAX_SEARCH) {
            throw ProblemException.malformed("q must not be longer than " + MAX_SEARCH + " characters.");
        }
        name = part.strip().toLowerCase(Locale.ROOT);
    }

    /** What names have to contain, in lower case; null for all. No condition of {@link #where()} is about it. */
    @Nullable String name() {
        return name;
    }

    String tenant() {
        return tenant;
    }

    /** Lets the database look at the names too: only where none is sealed. */
    DocumentFilter withNameInSql() {
        if (name != null) {
            String literal = name.replace("!", "!!").replace("%", "!%").replace("_", "!_");
            add("LOWER(d.original_filename) LIKE ? ESCAPE '!'", "%" + literal + "%");
        }
        return this;
    }

    void type(@Nullable String value) {
        DocumentType type = CallerWords.type(value, "document_type", true);
        if (type != null) {
            add("d.document_type = ?", type.wireName());
        }
    }

    void state(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (!STATES.contains(value)) {
            throw ProblemException.malformed("state must be one of stored, queued, running, processed, failed.");
        }
        add("d.state = ?", value);
    }

    void days(@Nullable String from, @Nullable String to) {
        LocalDate first = Dates.of(from, "from");
        LocalDate last = Dates.of(to, "to");
        if (first != null) {
            add("d.created_at >= ?", millis(first));
        }
        if (last != null) {
            add("d.created_at < ?", millis(last.plusDays(1)));
        }
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
