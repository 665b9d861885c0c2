package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When two conditions of an Excludes1 pair are surely unrelated (Official Guidelines I.A.12.a): they are of opposite sides of
 * the body, or one sentence names both and says so. Whatever is less than sure is for the provider to answer, and the note
 * holds. Immutable; thread-safe.
 */
final class UnrelatedConditions {

    static final String SIDES = "EXCLUDES1-OTHER-SIDE";
    static final String STATED = "EXCLUDES1-UNRELATED";

    private static final Pattern SIDE = Pattern.compile("\\b(left|right)\\b");

    /** One organ with a left and a right half is no pair of sites. */
    private static final Pattern ONE_ORGAN = Pattern.compile("heart|ventric|atri|colon");

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:unrelated to|not related to|independent of|separate from|distinct from|not due to|not caused by)\\b");

    private final Icd10Cm release;

    UnrelatedConditions(Icd10Cm release) {
        this.release = release;
    }

    /** The rule by which both are reported, or the empty string. */
    String ruleOf(Draft a, Draft b, CodingInput input) {
        String left = sideOf(a);
        String right = sideOf(b);
        if (!left.isEmpty() && !right.isEmpty() && !left.equals(right)) {
            return SIDES;
        }
        return isStated(a, b, input) ? STATED : "";
    }

    boolean areUnrelated(Draft a, Draft b, CodingInput input) {
        return !ruleOf(a, b, input).isEmpty();
    }

    /** The one side that the title names, or the empty string. */
    private String sideOf(Draft draft) {
        String title = release.titleAt(draft.node()).toLowerCase(Locale.ROOT);
        Matcher side = SIDE.matcher(title);
        if (!side.find() || ONE_ORGAN.matcher(title).find()) {
            return "";
        }
        String first = side.group(1);
        return side.find() && !side.group(1).equals(first) ? "" : first;
    }

    private static boolean isStated(Draft a, Draft b, CodingInput input) {
        Set<Integer> shared = sentences(a);
        shared.retainAll(sentences(b));
        return shared.stream()
                .anyMatch(s -> SAID.matcher(
                                input.text().lower(input.words().sentence(s).span()))
                        .find());
    }

    private static Set<Integer> sentences(Draft draft) {
        Set<Integer> sentences = new HashSet<>();
        draft.mentions().forEach(m -> sentences.add(m.mention().sentence()));
        return sentences;
    }
}
