package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/** What titles say of their codes as far as the report model asks: read on first use of a title and kept. Thread-safe. */
final class TitleCues {

    private static final int STEM = 5;
    private static final Pattern SIDES = Pattern.compile("left|right|bilateral");
    private static final Set<String> COMMON = Set.of(
            "unspecified",
            "other",
            "initial",
            "encounter",
            "without",
            "with",
            "specified",
            "classified",
            "elsewhere",
            "type",
            "part",
            "disease",
            "disorder",
            "and",
            "the",
            "due",
            "not",
            "for",
            "history",
            "personal",
            "status",
            "presence",
            "long",
            "term",
            "current");

    private final Icd10Cm release;
    private final AtomicReferenceArray<Title> titles;

    /**
     * @param stems the first letters of its telling words
     * @param unspecified whether it says so
     * @param sided whether it names a side
     * @param other whether it is a residual code's
     */
    record Title(List<String> stems, boolean unspecified, boolean sided, boolean other) {
        @Override
        public String toString() {
            return "Title[" + stems.size() + " words]";
        }
    }

    TitleCues(Icd10Cm release) {
        this.release = release;
        this.titles = new AtomicReferenceArray<>(release.size());
    }

    Title of(int node) {
        Title known = titles.get(node);
        if (known == null) {
            known = read(release.titleAt(node).toLowerCase(Locale.ROOT));
            titles.set(node, known);
        }
        return known;
    }

    private static Title read(String title) {
        return new Title(
                stems(title),
                title.contains("unspecified"),
                SIDES.matcher(title).find(),
                title.startsWith("other"));
    }

    private static List<String> stems(String title) {
        List<String> stems = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= title.length(); i++) {
            if (i == title.length() || !isWord(title.charAt(i))) {
                if (i - start > 2 && !COMMON.contains(title.substring(start, i))) {
                    stems.add(title.substring(start, Math.min(start + STEM, i)));
                }
                start = i + 1;
            }
        }
        return List.copyOf(stems);
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
