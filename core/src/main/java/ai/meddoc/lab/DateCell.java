package ai.meddoc.lab;

/** Dates at the head of a column. Stateless. */
final class DateCell {

    private DateCell() {}

    /** A number that grows with the date at the start of a cell ("03/04/2024", "2024-03-04", "3/4"), or -1. */
    static long day(CharSequence text, int from, int to) {
        int[] parts = new int[3];
        int count = 0;
        int at = from;
        while (count < 3 && Scan.isDigit(Scan.at(text, at, to))) {
            int start = at;
            while (Scan.isDigit(Scan.at(text, at, to)) && at - start < 5) {
                parts[count] = parts[count] * 10 + text.charAt(at++) - '0';
            }
            count++;
            char separator = Scan.at(text, at, to);
            if (separator != '/' && separator != '-') {
                break;
            }
            at++;
        }
        if (count < 2 || Scan.isDigit(Scan.at(text, at, to)) || Scan.isLetter(Scan.at(text, at, to))) {
            return -1;
        }
        return ordinal(parts, count);
    }

    private static long ordinal(int[] parts, int count) {
        if (parts[0] > 1900) {
            return parts[0] * 10_000L + parts[1] * 100L + parts[2];
        }
        if (parts[0] < 1 || parts[0] > 12 || parts[1] < 1 || parts[1] > 31) {
            return -1;
        }
        int year = count < 3 ? 0 : parts[2] < 100 ? parts[2] + 2000 : parts[2];
        return year * 10_000L + parts[0] * 100L + parts[1];
    }
}
