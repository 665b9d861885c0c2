package ai.meddoc.server.review;

import ai.meddoc.server.review.FinalCodes.FinalCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Final codes as a table (RFC 4180) that no spreadsheet takes for formulas. */
final class CodesCsv {

    private static final String LINE_END = "\r\n";
    private static final String HEADER =
            line(Stream.of("sequence", "code", "description", "verdict", "proposed_code", "reason", "evidence"));

    /** What spreadsheets begin a formula with, in their plain and their full-width form. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20|%";

    private CodesCsv() {}

    static String of(List<FinalCode> codes) {
        return HEADER + codes.stream().map(CodesCsv::line).collect(Collectors.joining());
    }

    private static String line(FinalCode code) {
        return line(Stream.of(
                String.valueOf(code.sequence()),
                code.code(),
                code.description(),
                code.verdict(),
                text(code.proposedCode()),
                text(code.reason()),
                String.join(" ... ", code.evidence())));
    }

    private static String line(Stream<String> cells) {
        return cells.map(CodesCsv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A leading apostrophe makes a spreadsheet show the rest as it is. */
    static String cell(String value) {
        String shown = value.strip();
        boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + shown.replace("\"", "\"\"") + '"';
    }
}
