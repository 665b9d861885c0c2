package ai.meddoc.cli.output;

import ai.meddoc.terminology.CodeMatch;
import ai.meddoc.terminology.CodeNote;
import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.terminology.Icd10CmCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** What a coder wants to see of a code: where it stands, whether it is billable, every note in force. */
public final class CodeCard {

    private final PrintWriter out;
    private final Style style;
    private final int width;

    public CodeCard(PrintWriter out, Ansi ansi, int width) {
        this.out = out;
        this.style = new Style(ansi);
        this.width = width;
    }

    public void print(Icd10Cm release, Icd10CmCode code) {
        String billable = code.billable() ? style.good("billable") : style.alarm("not billable");
        out.println(style.bold(code.code()) + "  " + billable + "  " + style.dim(release.release()));
        lines("", code.title());
        out.println();
        int depth = 0;
        for (Icd10CmCode above : release.path(code.code())) {
            row("  ".repeat(++depth), above.code(), above.title());
        }
        notes(release.notesInForce(code.code()));
        children(release.children(code.code()));
    }

    /** Matches of a phrase, best first. */
    public void print(List<CodeMatch> matches) {
        int widest = matches.stream()
                .mapToInt(match -> match.code().code().length())
                .max()
                .orElse(0);
        matches.forEach(match -> match(match, widest));
    }

    private void match(CodeMatch match, int widest) {
        String indent = " ".repeat(widest + 2);
        String note = match.code().billable() ? "" : style.warning("  (not billable)");
        List<String> title = Layout.wrap(match.code().title(), width - indent.length() - 16);
        out.println(style.bold(Layout.padRight(match.code().code(), widest)) + "  " + title.getFirst() + note);
        title.stream().skip(1).forEach(line -> out.println(indent + line));
        String term = match.matchedTerm();
        if (!term.equalsIgnoreCase(match.code().title())) {
            String found = "found as: " + Terminal.shortened(term, Math.max(10, width - indent.length() - 12));
            out.println(indent + style.dim(found));
        }
    }

    private void notes(List<CodeNote> notes) {
        for (CodeNote.Kind kind : CodeNote.Kind.values()) {
            List<CodeNote> ofKind = notes.stream().filter(n -> n.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                out.println();
                out.println(style.heading(words(kind)));
                ofKind.forEach(note -> lines("  ", note.text()));
            }
        }
    }

    private void children(List<Icd10CmCode> children) {
        if (children.isEmpty()) {
            return;
        }
        out.println();
        out.println(style.heading("More specific"));
        children.forEach(child -> row("  ", child.code(), child.title()));
    }

    private void row(String indent, String code, String title) {
        String start = indent + Layout.padRight(code, 8) + "  ";
        List<String> lines = Layout.wrap(title, Math.max(20, width - start.length()));
        out.println(start + lines.getFirst());
        lines.stream().skip(1).forEach(line -> out.println(" ".repeat(start.length()) + line));
    }

    private void lines(String indent, String text) {
        Layout.wrap(text, width - indent.length()).forEach(line -> out.println(indent + line));
    }

    private static String words(CodeNote.Kind kind) {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
