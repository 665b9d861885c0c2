package ai.meddoc.cli.output;

import java.io.Console;
import picocli.CommandLine.Help.Ansi;

/** What is known of the user's terminal, and how text is made safe for it. */
public final class Terminal {

    private static final int NARROWEST = 40;
    private static final int USUAL = 100;

    private Terminal() {}

    /** Whether to colour: a terminal, and no {@code NO_COLOR}. */
    public static Ansi ansi() {
        String noColor = System.getenv("NO_COLOR");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        boolean wanted = isOutput() && !dumb && (noColor == null || noColor.isEmpty());
        return wanted ? Ansi.ON : Ansi.OFF;
    }

    /** Whether standard output is a terminal. The launcher knows; without it the JDK's guess serves. */
    public static boolean isOutput() {
        return is("meddoc.terminal.out");
    }

    /** Whether standard error is a terminal, and progress may be drawn there. */
    public static boolean isError() {
        return is("meddoc.terminal.err");
    }

    private static boolean is(String property) {
        String told = System.getProperty(property);
        if (told != null) {
            return told.equals("true");
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Columns of the terminal, a readable width when there is none. */
    public static int width() {
        String told = System.getProperty("meddoc.columns", System.getenv().getOrDefault("COLUMNS", ""));
        try {
            return Math.max(NARROWEST, Integer.parseInt(told.strip()));
        } catch (NumberFormatException e) {
            return USUAL;
        }
    }

    /**
     * One line that cannot steer a terminal or turn the reading direction: control and format characters, among them
     * line breaks, escapes and right-to-left overrides, become {@code ?} or a space.
     */
    public static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(safe(c)));
        return safe.toString();
    }

    private static int safe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\r' || c == '\t' ? ' ' : '?';
            case Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> '?';
            default -> c;
        };
    }

    /** As {@link #printable}, at most so many characters, the middle left out. */
    public static String shortened(String text, int length) {
        String safe = printable(text);
        if (safe.length() <= length) {
            return safe;
        }
        int head = (length - 1) / 2;
        return safe.substring(0, head) + "\u2026" + safe.substring(safe.length() - (length - 1 - head));
    }
}
