package ai.meddoc.lab;

import ai.meddoc.lab.AnalyteTable.Kind;
import ai.meddoc.lab.AnalyteTable.Name;
import ai.meddoc.text.PhraseTrie;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads results of known analytes from running text: "hemoglobin of 9.8", "Na 131, K 5.6". One document, one thread. */
final class ProseReader {

    private static final int NEIGHBOUR = 80;
    private static final int TARGET_REACH = 40;
    private static final int FLUID_REACH = 300;

    private final CharSequence text;
    private final AnalyteTable table;
    private final TailReader tail;
    private final List<Draft> results = new ArrayList<>();
    private final PhraseTrie.Words words;
    private int to;
    private @Nullable Draft waiting;
    private int targetEnd = -1;
    private int fluidEnd = -1;

    ProseReader(CharSequence text, AnalyteTable table, PhraseTrie.Words words, TailReader tail) {
        this.text = text;
        this.table = table;
        this.tail = tail;
        this.words = words;
    }

    /** The results between two offsets, in order. */
    List<Draft> read(int from, int end) {
        results.clear();
        waiting = null;
        targetEnd = -1;
        to = end;
        fluidEnd = -1;
        int skipTo = from;
        for (int i = words.firstFrom(from); i < words.size() && words.start(i) < end; i++) {
            long match = words.id(i) < 0 || words.start(i) < skipTo
                    ? PhraseTrie.NONE
                    : table.trie().longest(words, i);
            if (match != PhraseTrie.NONE) {
                Name name = table.name(PhraseTrie.phrase(match));
                int last = PhraseTrie.endWord(match) - 1;
                skipTo = Math.max(skipTo, found(name, i, last));
                i = last;
            }
        }
        return results;
    }

    /** Handles one phrase; answers the offset before which nothing more is to be read. */
    private int found(Name name, int first, int last) {
        int start = words.start(first);
        int end = words.end(last);
        if (name.kind() == Kind.TARGET) {
            targetEnd = end;
            return end;
        }
        if (name.kind() == Kind.FLUID) {
            fluidEnd = end;
            return end;
        }
        if (name.kind() == Kind.PAIR) {
            return pair(name, start, end, last);
        }
        if (name.kind() != Kind.RESULT
                || name.tablesOnly()
                || isTargeted(start)
                || isLowerCase(name, start)
                || isOfFluid(name, start)) {
            return end;
        }
        Draft before = percentBefore(name, start, end);
        if (before != null) {
            return accept(before);
        }
        ValueSeeker seeker = new ValueSeeker(text, words, table);
        int value = seeker.find(end, last + 1, to);
        if (value < 0) {
            return seeker.partner() == null ? end : twoNames(name, start, end, seeker);
        }
        Draft draft = read(name, text.subSequence(start, end).toString(), start, value);
        if (draft == null) {
            return end;
        }
        if (name.ambiguous() && !seeker.isStated() && !draft.hasUnit() && !isDecimal(draft) && !hasNeighbour(draft)) {
            waiting = draft;
            return end;
        }
        return accept(draft);
    }

    private boolean isTargeted(int start) {
        return targetEnd >= 0 && start - targetEnd < TARGET_REACH && ProseSigns.isOneClause(text, targetEnd, start);
    }

    /** After "urinalysis" or "CSF" in the same sentence, names of the blood mean something else. */
    private boolean isOfFluid(Name name, int start) {
        return fluidEnd >= 0
                && start - fluidEnd < FLUID_REACH
                && !name.analytes().stream()
                        .allMatch(a -> a.name().endsWith("urine") || a.name().endsWith("CSF"))
                && ProseSigns.isOneClause(text, fluidEnd, start);
    }

    private boolean isLowerCase(Name name, int start) {
        return name.ambiguous() && Character.isLowerCase(text.charAt(start));
    }

    private boolean isDecimal(Draft draft) {
        double value = draft.value().value();
        return value != Math.rint(value)
                || text.subSequence(draft.value().start(), draft.value().end())
                                .toString()
                                .indexOf('.')
                        > 0;
    }

    private boolean hasNeighbour(Draft draft) {
        return !results.isEmpty()
                && draft.start - results.get(results.size() - 1).end() < NEIGHBOUR;
    }

    private int accept(Draft draft) {
        Draft held = waiting;
        if (held != null && draft.start - held.end() < NEIGHBOUR) {
            results.add(held);
        }
        waiting = null;
        results.add(draft);
        return draft.end();
    }

    /** The result whose value starts at an offset, or null when what stands there is none of this analyte's. */
    private @Nullable Draft read(Name name, String printed, int start, int value) {
        NumberToken number = NumberToken.at(text, value, to);
        if (number == null) {
            return null;
        }
        return complete(name.analytes(), new Draft(printed, start), number);
    }

    private @Nullable Draft complete(List<Analyte> analytes, Draft draft, NumberToken number) {
        draft.value(number);
        draft.prose = true;
        int end = ProseSigns.bracketed(text, tail, draft, number.end(), to);
        String unit = draft.unit(text);
        if (!draft.hasUnit() && ProseSigns.isQuantity(text, number.end(), end, to)) {
            return null;
        }
        for (Analyte analyte : analytes) {
            Double factor = analyte.factorFor(unit, number.value());
            if (factor != null && (draft.hasUnit() || analyte.isPlausible(number.value() * factor))) {
                return draft;
            }
        }
        return null;
    }

    private @Nullable Draft plausible(Analyte analyte, Draft draft, NumberToken number) {
        draft.value(number);
        draft.prose = true;
        return analyte.factorFor("", number.value()) == null ? null : draft;
    }

    /** "80% neutrophils": the share stands before the name. */
    private @Nullable Draft percentBefore(Name name, int start, int end) {
        int sign = text.charAt(start) == '%' ? start : Scan.trimEnd(text, Math.max(0, start - 4), start) - 1;
        if (Scan.at(text, sign, to) != '%') {
            return null;
        }
        int digit = sign;
        while (digit > 0 && (Scan.isDigit(text.charAt(digit - 1)) || text.charAt(digit - 1) == '.')) {
            digit--;
        }
        NumberToken number = digit == sign ? null : NumberToken.at(text, digit, sign);
        if (number == null || Scan.isDash(Scan.at(text, digit - 1, to)) || !knowsPercent(name)) {
            return null;
        }
        Draft draft = new Draft(text.subSequence(start, end).toString(), digit);
        draft.value(number);
        draft.unit(sign, sign + 1);
        draft.prose = true;
        return draft;
    }

    private static boolean knowsPercent(Name name) {
        return name.analytes().stream()
                .anyMatch(a -> a.unit().equals("%") && a.name().endsWith("percent"));
    }

    /** "H&amp;H of 9.8/29.5", "BUN/creatinine 20/1.1"; a single number is the ratio or the last of the two. */
    private int pair(Name name, int start, int end, int last) {
        int value = isTargeted(start) ? -1 : new ValueSeeker(text, words, table).find(end, last + 1, to);
        if (value < 0) {
            return end;
        }
        String printed = text.subSequence(start, end).toString();
        if (both(name.analytes().get(0), name.analytes().get(1), start, value)) {
            return value;
        }
        Analyte ratio = table.resolve(printed, "", 0);
        NumberToken number = ratio == null ? null : NumberToken.at(text, value, to);
        Draft draft =
                number == null || ratio == null ? null : complete(List.of(ratio), new Draft(printed, start), number);
        return draft == null ? end : accept(draft);
    }

    private int twoNames(Name name, int start, int end, ValueSeeker seeker) {
        Name partner = seeker.partner();
        int value = partner == null ? -1 : seeker.partnerValue(to);
        if (value < 0 || partner == null || partner.kind() != Kind.RESULT) {
            return end;
        }
        boolean read = both(name.analytes().get(0), partner.analytes().get(0), start, value);
        return read ? value : end;
    }

    /** Two numbers parted by a slash or "and", each plausible for its analyte. */
    private boolean both(Analyte first, Analyte second, int start, int value) {
        int firstEnd = Digits.end(text, value, to);
        int between = firstEnd < 0 ? -1 : ProseSigns.afterPairSign(text, firstEnd, to);
        int secondEnd = between < 0 ? -1 : Digits.end(text, between, to);
        if (secondEnd < 0 || Scan.at(text, secondEnd, to) == '/') {
            return false;
        }
        NumberToken one = new NumberToken(value, firstEnd, Digits.value(text, value, firstEnd), "");
        NumberToken two = new NumberToken(between, secondEnd, Digits.value(text, between, secondEnd), "");
        Draft left = plausible(first, new Draft(first.name(), start), one);
        Draft right = complete(List.of(second), new Draft(second.name(), start), two);
        if (left == null || right == null) {
            return false;
        }
        accept(left);
        accept(right);
        return true;
    }
}
