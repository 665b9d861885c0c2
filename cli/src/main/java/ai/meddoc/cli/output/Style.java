package ai.meddoc.cli.output;

import picocli.CommandLine.Help.Ansi;

/** The few looks that the tables use; plain text where colour is not wanted. */
final class Style {

    private final boolean coloured;

    Style(Ansi ansi) {
        this.coloured = ansi.enabled();
    }

    String bold(String text) {
        return with("1", text);
    }

    String dim(String text) {
        return with("2", text);
    }

    String good(String text) {
        return with("32", text);
    }

    String warning(String text) {
        return with("33", text);
    }

    String alarm(String text) {
        return with("1;31", text);
    }

    String heading(String text) {
        return with("1;36", text);
    }

    private String with(String codes, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + codes + "m" + text + "\u001b[0m" : text;
    }
}
