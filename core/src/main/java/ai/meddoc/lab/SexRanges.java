package ai.meddoc.lab;

import org.jspecify.annotations.Nullable;

/** Ranges printed for both sexes side by side: "M: 13.5-17.5, F: 12.0-16.0". Stateless. */
final class SexRanges {

    private static final String[] MALE = {"males", "male", "men", "m"};
    private static final String[] FEMALE = {"females", "female", "women", "f"};

    private SexRanges() {}

    /** The range for the patient's sex; an open range when the sex is unknown; null when no such pair stands here. */
    static @Nullable RangeToken at(CharSequence text, int from, int to, Patient patient) {
        Labelled first = labelled(text, from, to);
        if (first == null) {
            return null;
        }
        int next = first.range.end();
        while (next < to && (Scan.isSpace(text.charAt(next)) || ",;/".indexOf(text.charAt(next)) >= 0)) {
            next++;
        }
        Labelled second = labelled(text, next, to);
        Sex sex = patient.sex();
        int end = second == null ? first.range.end() : second.range.end();
        if (first.sex == sex) {
            return new RangeToken(from, end, first.range.range());
        }
        if (second != null && second.sex == sex) {
            return new RangeToken(from, end, second.range.range());
        }
        return new RangeToken(from, end, new ReferenceRange(null, null));
    }

    private record Labelled(Sex sex, RangeToken range) {}

    private static @Nullable Labelled labelled(CharSequence text, int from, int to) {
        char c = Character.toLowerCase(Scan.at(text, from, to));
        if (c != 'm' && c != 'f' && c != 'w') {
            return null;
        }
        int end = wordEnd(text, from, to, MALE);
        Sex sex = end >= 0 ? Sex.MALE : Sex.FEMALE;
        end = end >= 0 ? end : wordEnd(text, from, to, FEMALE);
        if (end < 0) {
            return null;
        }
        while (end < to && (Scan.isSpace(text.charAt(end)) || text.charAt(end) == ':' || text.charAt(end) == '=')) {
            end++;
        }
        RangeToken range = RangeToken.bare(text, end, to);
        return range == null ? null : new Labelled(sex, range);
    }

    private static int wordEnd(CharSequence text, int from, int to, String[] words) {
        for (String word : words) {
            if (Scan.startsWith(text, from, to, word)) {
                return from + word.length();
            }
        }
        return -1;
    }
}
