package ai.meddoc.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Other ways to read a printed name: without specimen, brackets or method. Stateless. */
final class NameVariants {

    private static final Set<String> SPECIMENS = Set.of(
            "serum",
            "plasma",
            "s",
            "p",
            "blood",
            "b",
            "whole",
            "wb",
            "poc",
            "level",
            "total",
            "result",
            "quant",
            "quantitative",
            "calculated",
            "calc",
            "auto",
            "automated",
            "venous",
            "random",
            "lc",
            "ms",
            "qn",
            "ser",
            "plas",
            "test",
            "count",
            "value",
            "estimated",
            "observed");

    private NameVariants() {}

    /** From the most to the least faithful, words only and lower case. */
    static List<String> of(String printed) {
        List<String> variants = new ArrayList<>(4);
        int open = printed.indexOf('(');
        int close = open < 0 ? -1 : printed.indexOf(')', open);
        if (open > 0) {
            String inside = printed.substring(open + 1, close < 0 ? printed.length() : close);
            String outside = printed.substring(0, open) + (close < 0 ? "" : printed.substring(close + 1));
            addStripped(variants, Scan.words(outside, 0, outside.length()));
            addStripped(variants, Scan.words(inside, 0, inside.length()));
        }
        int comma = printed.indexOf(',');
        addStripped(variants, Scan.words(printed, 0, printed.length()));
        if (comma > 0) {
            addStripped(variants, Scan.words(printed, 0, comma));
        }
        return variants;
    }

    private static void addStripped(List<String> variants, String words) {
        variants.add(words);
        String rest = words;
        while (rest.indexOf(' ') > 0 && SPECIMENS.contains(rest.substring(rest.lastIndexOf(' ') + 1))) {
            rest = rest.substring(0, rest.lastIndexOf(' '));
        }
        while (rest.indexOf(' ') > 0 && SPECIMENS.contains(rest.substring(0, rest.indexOf(' ')))) {
            rest = rest.substring(rest.indexOf(' ') + 1);
        }
        if (!rest.equals(words)) {
            variants.add(rest);
        }
    }
}
