package ai.meddoc.text;

import ai.meddoc.text.SentenceEnds.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts clinical text into sentences, or lines that stand for one: list items, headings, table rows and short lines stay
 * apart, prose that was hard-wrapped is joined again. Takes time linear in the text, whatever its lines are like; no
 * sentence has more than {@value #MOST_TOKENS} tokens. Immutable and thread-safe.
 */
public final class SentenceSplitter {

    /** Longer runs without a full stop are cut, so that work within a sentence stays bounded. */
    private static final int MOST_TOKENS = 300;

    /** Words that have a number after them. */
    private static final Set<String> COUNTED = Set.of(
            "type", "stage", "grade", "class", "level", "phase", "category", "times", "x", "para", "gravida", "is");

    private final Tokenizer tokenizer = new Tokenizer();
    private final LineJoiner joiner;
    private final SentenceEnds ends;

    private SentenceSplitter(Abbreviations abbreviations) {
        joiner = new LineJoiner(abbreviations);
        ends = new SentenceEnds(abbreviations);
    }

    /** A splitter with the rules of this package's data files. */
    public static SentenceSplitter load() {
        return new SentenceSplitter(Abbreviations.load());
    }

    /** The sentences in order; every token of the text is in exactly one. */
    public List<Sentence> split(DocumentText text) {
        return split(text.text());
    }

    /** As {@link #split(DocumentText)}. */
    public List<Sentence> split(String text) {
        List<Sentence> sentences = new ArrayList<>(text.length() / 60 + 4);
        for (Span stretch : joiner.stretches(text)) {
            split(new Stretch(text, tokenizer.tokenize(text, stretch)), sentences);
        }
        return sentences;
    }

    private void split(Stretch stretch, List<Sentence> sentences) {
        int from = 0;
        int item = itemNumber(stretch, 0);
        int i = 0;
        while (i < stretch.size()) {
            int end = endAt(stretch, from, i, item);
            if (end < 0 && i + 1 - from >= MOST_TOKENS) {
                end = i + 1;
            }
            if (end < 0) {
                i++;
                continue;
            }
            add(stretch, from, end, sentences);
            from = end;
            i = end;
            item = Math.max(item, itemNumber(stretch, from));
        }
        add(stretch, from, stretch.size(), sentences);
    }

    /** The index after the sentence when it ends with token {@code i}, else -1. */
    private int endAt(Stretch s, int from, int i, int item) {
        int next = i + 1;
        if (next < s.size()) {
            boolean bullet = s.isSign(next) && TextLine.BULLETS.indexOf(s.sign(next)) >= 0;
            if (bullet || i > from && isNextItem(s, next, item)) {
                return next;
            }
        }
        if (!s.isSign(i)) {
            return -1;
        }
        // Exported notes have a comma for a line end: "PHYSICAL EXAMINATION,VITAL SIGNS:".
        boolean lineEnd = s.sign(i) == ','
                && i > from
                && next < s.size()
                && s.adjacent(i)
                && s.isShouted(i - 1)
                && s.isShouted(next);
        return lineEnd ? next : ends.after(s, from, i);
    }

    /** Whether the list goes on at {@code next}; not so in "type 2. He", where the number belongs to the word before. */
    private static boolean isNextItem(Stretch s, int next, int item) {
        return item > 0
                && itemNumber(s, next) == item + 1
                && s.sign(next - 1) != '/'
                && !COUNTED.contains(s.word(next - 1).toLowerCase(Locale.ROOT));
    }

    /** The list number at token {@code i}, 0 when there is none. */
    private static int itemNumber(Stretch s, int i) {
        if (!SentenceEnds.isItemNumber(s, i)) {
            return 0;
        }
        int value = 0;
        for (int k = 0; k < s.length(i); k++) {
            char c = s.text().charAt(s.tokens().get(i).start() + k);
            value = c >= '0' && c <= '9' ? value * 10 + c - '0' : 0;
        }
        return value;
    }

    private static void add(Stretch s, int from, int end, List<Sentence> sentences) {
        if (from >= end) {
            return;
        }
        List<Token> tokens = List.copyOf(s.tokens().subList(from, end));
        Span span = new Span(tokens.getFirst().start(), tokens.getLast().end());
        sentences.add(new Sentence(span, tokens));
    }
}
