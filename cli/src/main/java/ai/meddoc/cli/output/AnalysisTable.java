package ai.meddoc.cli.output;

import ai.meddoc.claude.ledger.DocumentCost;
import ai.meddoc.coding.CodeAssignment;
import ai.meddoc.coding.Evidence;
import ai.meddoc.engine.Analysis;
import ai.meddoc.summary.SummaryStatement;
import ai.meddoc.text.DocumentText;
import ai.meddoc.text.Finding;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** An analysis for a person at a terminal: the most important first, every line within the width. */
public final class AnalysisTable {

    private static final int QUOTES = 2;

    private final PrintWriter out;
    private final Style style;
    private final int width;
    private final LabTableLines labs;

    public AnalysisTable(PrintWriter out, Ansi ansi, int width) {
        this.out = out;
        this.style = new Style(ansi);
        this.width = width;
        this.labs = new LabTableLines(style, width);
    }

    public void print(String label, DocumentText text, Analysis analysis) {
        head(label, analysis);
        summary(analysis.summary().statements());
        codes(text, analysis);
        if (!analysis.labResults().isEmpty()) {
            title("Lab values");
            labs.of(analysis.labResults()).forEach(out::println);
        }
        findings(analysis.findings());
        out.println();
    }

    /** A line that says who answered and what it cost. */
    public void cost(String engine, DocumentCost cost) {
        block(
                "  ",
                "Answered by %s: %d call%s of %s%s, %,d micro-dollars (%,d tokens in, %,d from the cache, %,d out)"
                        .formatted(
                                engine,
                                cost.calls(),
                                cost.calls() == 1 ? "" : "s",
                                cost.model(),
                                cost.estimatedCalls() == 0 ? "" : ", " + cost.estimatedCalls() + " estimated",
                                cost.microDollars(),
                                cost.usage().input() + cost.usage().written(),
                                cost.usage().read(),
                                cost.usage().output()));
        out.println();
    }

    public void failed(String label, String reason, String message) {
        out.println(style.bold(Terminal.shortened(label, width)) + "  " + style.alarm(reason));
        block("  ", message);
        out.println();
    }

    private void head(String label, Analysis analysis) {
        String type = analysis.classification().type().wireName();
        String sure = percent(analysis.classification().confidence());
        String name = Terminal.shortened(label, Math.max(10, width - type.length() - sure.length() - 4));
        int gap = Math.max(2, width - name.length() - type.length() - sure.length() - 1);
        out.println(style.bold(name) + " ".repeat(gap) + style.heading(type) + " " + sure);
    }

    private void summary(List<SummaryStatement> statements) {
        if (statements.isEmpty()) {
            return;
        }
        title("Summary");
        for (SummaryStatement statement : statements) {
            hanging("    \u2022 ", statement.text());
        }
    }

    private void codes(DocumentText text, Analysis analysis) {
        List<CodeAssignment> codes = analysis.coding().assignments();
        String release = analysis.provenance().terminologyRelease();
        title(
                codes.isEmpty()
                        ? "No ICD-10-CM code is supported by this document"
                        : "ICD-10-CM codes (" + release + ")");
        for (CodeAssignment code : codes) {
            code(text, code);
        }
    }

    private void code(DocumentText text, CodeAssignment assignment) {
        String code = Layout.padRight(assignment.code().code(), 8);
        boolean suggested = assignment.status() == CodeAssignment.Status.SUGGESTED;
        String sure = (suggested ? "suggested  " : "") + Layout.padLeft(percent(assignment.confidence()), 4);
        List<String> title = Layout.wrap(assignment.code().title(), width - 4 - 10 - sure.length() - 2);
        for (int i = 0; i < title.size(); i++) {
            String line = title.get(i);
            if (i == 0) {
                int gap = width - 4 - 10 - line.length() - sure.length();
                out.println("    " + style.bold(code) + "  " + line + " ".repeat(Math.max(2, gap))
                        + (suggested ? style.warning(sure) : sure));
            } else {
                out.println(" ".repeat(14) + line);
            }
        }
        assignment.evidence().stream().limit(QUOTES).forEach(e -> quote(text, e));
        if (suggested) {
            hanging(" ".repeat(14), assignment.rationale());
        }
    }

    private void quote(DocumentText text, Evidence evidence) {
        String page = text.pages().size() > 1 ? "  (page " + evidence.page() + ")" : "";
        for (String line : Layout.wrap("\u201c" + evidence.quote().strip() + "\u201d" + page, width - 14)) {
            out.println(" ".repeat(14) + style.dim(line));
        }
    }

    private void findings(List<Finding> findings) {
        for (Finding finding : findings) {
            String prefix = "  ! " + finding.code() + ": ";
            List<String> lines = Layout.wrap(finding.message(), Math.max(20, width - prefix.length()));
            out.println(style.warning(prefix) + lines.getFirst());
            lines.stream().skip(1).forEach(line -> out.println(" ".repeat(prefix.length()) + line));
        }
    }

    private void title(String text) {
        out.println("  " + style.heading(text));
    }

    private void block(String indent, String text) {
        Layout.wrap(text, width - indent.length()).forEach(line -> out.println(indent + line));
    }

    private void hanging(String first, String text) {
        List<String> lines = Layout.wrap(text, width - first.length());
        for (int i = 0; i < lines.size(); i++) {
            out.println((i == 0 ? first : " ".repeat(first.length())) + lines.get(i));
        }
    }

    static String percent(double share) {
        return Math.round(share * 100) + "%";
    }
}
