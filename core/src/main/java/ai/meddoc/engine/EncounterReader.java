package ai.meddoc.engine;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import ai.meddoc.text.DocumentText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a document what the caller did not say: whether it is about an inpatient stay, and its date of service. Only
 * the first {@value #REACH} characters are looked at, where such things stand. Stateless; thread-safe.
 */
final class EncounterReader {

    private static final int REACH = 4000;

    private static final List<String> INPATIENT = List.of(
            "discharge summary",
            "hospital course",
            "date of admission",
            "admission date",
            "admit date",
            "discharge diagnos",
            "admitted:",
            "inpatient note",
            "inpatient progress",
            "inpatient consult",
            "inpatient status",
            "inpatient encounter",
            "encounter: inpatient",
            "encounter class: inpatient",
            "principal diagnosis",
            "hospital day");

    /** A label of {@link #SERVICE_DATE} with its white space is shorter. */
    private static final int LONGEST_LABEL = 40;

    private static final int LONGEST_DATE = 12;

    /** The last words of the labels. */
    private static final Set<String> LABEL_ENDS =
            Set.of("service", "date", "dos", "visit", "exam", "collected", "discharge");

    private static final Pattern SERVICE_DATE = Pattern.compile(
            "(?:date of service|service date|dos|visit date|date of visit|encounter date|exam date|date of exam|study date|collected|"
                    + "collection date|date collected|specimen date|discharge date|date of discharge|report date|test date|(?m:^)\\s{0,4}date)"
                    + "\\s{0,3}[:=]?\\s{0,3}(\\d{1,4})[-/](\\d{1,2})[-/](\\d{2,4})");

    private EncounterReader() {}

    static Encounter complete(Encounter known, DocumentText text) {
        String head = text.lower(0, Math.min(REACH, text.length()));
        EncounterClass encounterClass = known.encounterClass();
        if (encounterClass == null) {
            boolean inpatient = INPATIENT.stream().anyMatch(head::contains);
            encounterClass = inpatient ? EncounterClass.INPATIENT : EncounterClass.OUTPATIENT;
        }
        LocalDate date = known.dateOfService();
        return new Encounter(encounterClass, date == null ? serviceDate(head).orElse(null) : date);
    }

    /** Looks only where a date stands: trying every label at every character takes longer than all the rest of a note. */
    private static Optional<LocalDate> serviceDate(String head) {
        Matcher m = SERVICE_DATE.matcher(head).useAnchoringBounds(false).useTransparentBounds(true);
        for (int at = 0; at < head.length(); at = digitsEnd(head, at) + 1) {
            int end = digitsEnd(head, at);
            if (end > at && end < head.length() && isDateSign(head.charAt(end)) && isLabelled(head, at)) {
                m.region(Math.max(0, at - LONGEST_LABEL), Math.min(head.length(), at + LONGEST_DATE));
                Optional<LocalDate> date = firstDate(m);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLabelled(String head, int number) {
        int end = number;
        while (end > 0 && ":= \t\r\n\f\u000b".indexOf(head.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && head.charAt(start - 1) >= 'a' && head.charAt(start - 1) <= 'z') {
            start--;
        }
        return end - start >= 3 && LABEL_ENDS.stream().anyMatch(head.substring(start, end)::endsWith);
    }

    private static int digitsEnd(String head, int from) {
        int at = from;
        while (at < head.length() && head.charAt(at) >= '0' && head.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private static boolean isDateSign(char c) {
        return c == '/' || c == '-';
    }

    private static Optional<LocalDate> firstDate(Matcher m) {
        while (m.find()) {
            Optional<LocalDate> date = date(m.group(1), m.group(2), m.group(3));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    /** Year first or month first, as American documents write; a day first only where it cannot be a month. */
    private static Optional<LocalDate> date(String first, String second, String third) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        int c = Integer.parseInt(third);
        try {
            if (first.length() == 4) {
                return Optional.of(LocalDate.of(a, b, c));
            }
            int year = third.length() == 2 ? 2000 + c : c;
            return Optional.of(a > 12 ? LocalDate.of(year, b, a) : LocalDate.of(year, a, b));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
