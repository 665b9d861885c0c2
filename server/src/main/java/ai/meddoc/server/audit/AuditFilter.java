package ai.meddoc.server.audit;

import ai.meddoc.server.problems.Numbers;
import ai.meddoc.server.problems.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of the trail to show: conditions with their values, never values inside the SQL. */
final class AuditFilter {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private AuditFilter() {}

    /** @param tenant whose rows there are at all */
    static AuditFilter of(MultivaluedMap<String, String> query, String tenant) {
        AuditFilter filter = new AuditFilter();
        filter.add("tenant = ?", tenant);
        filter.number("seq < ?", "before", query.getFirst("before"));
        filter.number("document_id = ?", "document_id", query.getFirst("document_id"));
        filter.day("at >= ?", "from", query.getFirst("from"), 0);
        filter.day("at < ?", "to", query.getFirst("to"), 1);
        String actor = query.getFirst("actor");
        if (actor != null) {
            filter.add("actor = ?", actor);
        }
        return filter;
    }

    private void number(String condition, String field, @Nullable String value) {
        Long number = Numbers.positive(value, field);
        if (number != null) {
            add(condition, number);
        }
    }

    private void day(String condition, String field, @Nullable String value, int later) {
        if (value == null) {
            return;
        }
        try {
            add(
                    condition,
                    LocalDate.parse(value)
                            .plusDays(later)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw ProblemException.malformed(field + " must be a date such as 2026-04-01.");
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    String where() {
        return String.join(" AND ", conditions);
    }

    List<Object> values() {
        return List.copyOf(values);
    }
}
