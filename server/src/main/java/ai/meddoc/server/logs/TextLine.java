package ai.meddoc.server.logs;

import ai.meddoc.server.problems.Incident;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Time, level, logger and message with single spaces between them, and what was thrown; one line, whatever it holds. */
final class TextLine extends ExtFormatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());
    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}]+");

    @Override
    public String format(ExtLogRecord line) {
        Throwable thrown = line.getThrown();
        String said = formatMessage(line) + (thrown == null ? "" : " " + Incident.describe(thrown));
        return TIME.format(Instant.ofEpochMilli(line.getMillis()))
                + " " + line.getLevel().getName()
                + " " + line.getLoggerName()
                + " " + BREAK.matcher(said).replaceAll(" ") + "\n";
    }
}
