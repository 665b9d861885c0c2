package ai.meddoc.claude.deid;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves dates that are written in figures by one number of days, keeping their form. Others are not moved. Immutable. */
final class DateShift {

    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/-])(\\d{1,2})\\2(\\d{1,2})");
    private static final int LEAST = 20;
    private static final int RANGE = 300;
    private static final int CENTURY = 2000;

    private final int days;

    private DateShift(int days) {
        this.days = days;
    }

    static DateShift of(String document) {
        return new DateShift(-LEAST - Math.floorMod(document.hashCode(), RANGE));
    }

    /** The moved date in the same form, empty when it is in another form or no date. */
    String shift(String date) {
        try {
            Matcher m = MONTH_FIRST.matcher(date);
            if (m.matches()) {
                int year = Integer.parseInt(m.group(4));
                LocalDate moved = LocalDate.of(
                                m.group(4).length() == 2 ? CENTURY + year : year,
                                Integer.parseInt(m.group(1)),
                                Integer.parseInt(m.group(3)))
                        .plusDays(days);
                String shown = m.group(4).length() == 2
                        ? "%02d".formatted(moved.getYear() % 100)
                        : Integer.toString(moved.getYear());
                return two(moved.getMonthValue(), m.group(1))
                        + m.group(2)
                        + two(moved.getDayOfMonth(), m.group(3))
                        + m.group(2)
                        + shown;
            }
            Matcher y = YEAR_FIRST.matcher(date);
            if (y.matches()) {
                LocalDate moved = LocalDate.of(
                                Integer.parseInt(y.group(1)),
                                Integer.parseInt(y.group(3)),
                                Integer.parseInt(y.group(4)))
                        .plusDays(days);
                return moved.getYear()
                        + y.group(2)
                        + two(moved.getMonthValue(), y.group(3))
                        + y.group(2)
                        + two(moved.getDayOfMonth(), y.group(4));
            }
        } catch (DateTimeException e) {
            return "";
        }
        return "";
    }

    private static String two(int number, String like) {
        return like.length() == 2 ? "%02d".formatted(number) : Integer.toString(number);
    }
}
