package ai.meddoc.claude.check;

import ai.meddoc.text.RuleFile;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passages that speak to a program instead of documenting care: orders to ignore rules, to answer with something, to
 * add or leave out codes, role markers, prompts. Nothing may rest on them. Patterns in {@code instruction-cues.tsv}.
 * Immutable; thread-safe.
 */
public final class InstructionFinder {

    private static final int COLUMNS = 2;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t\\r]*\\n");

    private final List<Pattern> cues;
    private final DirectiveFinder directives = DirectiveFinder.load();

    private InstructionFinder(List<Pattern> cues) {
        this.cues = List.copyOf(cues);
    }

    public static InstructionFinder load() {
        return new InstructionFinder(RuleFile.rows(InstructionFinder.class, "instruction-cues.tsv", COLUMNS).stream()
                .map(row -> Pattern.compile(row.get(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                .toList());
    }

    /** The passages in text order, each from the line of its first cue to the end of its paragraph. */
    public List<Span> find(String text) {
        List<Span> found = new ArrayList<>();
        for (Pattern cue : cues) {
            Matcher matcher = cue.matcher(text);
            while (matcher.find()) {
                found.add(passage(text, matcher.start(), matcher.end()));
            }
        }
        for (Span directive : directives.find(text)) {
            found.add(passage(text, directive.start(), directive.end()));
        }
        return merged(found);
    }

    private static Span passage(String text, int start, int end) {
        int lineStart = text.lastIndexOf('\n', start) + 1;
        int sentence = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf(": ", start)) + 1;
        Matcher after = PARAGRAPH_END.matcher(text);
        int paragraph = after.find(end) ? after.start() : text.length();
        return new Span(Math.min(start, Math.max(lineStart, sentence)), paragraph);
    }

    private static List<Span> merged(List<Span> spans) {
        List<Span> sorted = spans.stream().sorted().toList();
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).end() >= span.start()) {
                merged.set(last, merged.get(last).cover(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
