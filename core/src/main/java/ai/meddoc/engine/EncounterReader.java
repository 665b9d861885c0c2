package ai.meddoc.engine;

import ai.meddoc.document.Encounter;
import ai.meddoc.document.EncounterClass;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a document what the caller did not say: whether it is about an inpatient stay, and its date of service. Only
 * the first {@value #REACH} characters are looked at, where such things stand. Stateless; thread-safe.
 */
final class EncounterReader {

    private static final int REACH = 4000;

    private static final Pattern INPATIENT = Pattern.compile(
            "discharge summary|hospital course|date of admission|admission date|admit date|discharge diagnos|admitted:|inpatient (?:note|progress|consult|status|encounter)"
                    + "|encounter(?: class)?: inpatient|principal diagnosis|hospital day");

    private static final Pattern SERVICE_DATE = Pattern.compile(
            "(?:date of service|service date|dos|visit date|date of visit|encounter date|exam date|date of exam|study date|collected|"
                    + "collection date|date collected|specimen date|discharge date|date of discharge|report date|test date|(?m:^)\\s{0,4}date)"
                    + "\\s{0,3}[:=]?\\s{0,3}(\\d{1,4})[-/](\\d{1,2})[-/](\\d{2,4})");

    private EncounterReader() {}

    static Encounter complete(Encounter known, String text) {
        String head = text.substring(0, Math.min(REACH, text.length())).toLowerCase(Locale.ROOT);
        EncounterClass encounterClass = known.encounterClass();
        if (encounterClass == null) {
            encounterClass = INPATIENT.matcher(head).find() ? EncounterClass.INPATIENT : EncounterClass.OUTPATIENT;
        }
        LocalDate date = known.dateOfService();
        return new Encounter(encounterClass, date == null ? serviceDate(head).orElse(null) : date);
    }

    private static Optional<LocalDate> serviceDate(String head) {
        Matcher m = SERVICE_DATE.matcher(head);
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
