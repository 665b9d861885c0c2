package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One problem is often named several times, each time with other details. Drafts of one category that are the same
 * problem become one before anything is weighed: the more specific takes in the less specific (Official Guidelines
 * I.B.2), and the wording of the assessment stands over that of the history. Immutable; thread-safe.
 */
final class SameProblem {

    /** Category, dot and one character: "S62.6". */
    static final int SUBCATEGORY = 5;

    private static final String DISPLACED = "Displaced";

    /** So many letters of two titles tell that they name the same bone. */
    private static final int SAME = 20;

    private final Icd10Cm release;
    private final TitleWords titles;
    private final int left;
    private final int right;

    SameProblem(TitleWords titles) {
        this.release = titles.tree().release();
        this.titles = titles;
        this.left = titles.vocabulary().numberOf("left");
        this.right = titles.vocabulary().numberOf("right");
    }

    /** Drafts that are one problem become one, keeping all evidence. */
    void join(Map<String, Draft> drafts) {
        for (Draft draft : new ArrayList<>(drafts.values())) {
            stronger(draft, drafts.values()).ifPresent(other -> {
                Draft now = drafts.remove(draft.code());
                drafts.put(
                        other.code(), drafts.getOrDefault(other.code(), other).absorbing(now == null ? draft : now));
            });
        }
    }

    private Optional<Draft> stronger(Draft draft, Collection<Draft> all) {
        Draft best = null;
        for (Draft other : all) {
            boolean gives = other.isBeside(draft)
                    && !other.code().equals(draft.code())
                    && sidesAgree(draft, other)
                    && (isLess(draft, other) && !isVague(draft, other) || isOverruled(draft, other));
            if (gives && (best == null || isHead(other) && !isHead(best))) {
                best = other;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean isLess(Draft draft, Draft other) {
        return SameConcept.isRefinedBy(release, draft, other)
                || isPart(draft, other)
                || isContradicted(draft, other)
                || isDisplacedByDefault(draft, other);
    }

    /** An unspecified title all of whose words the other repeats, and more. */
    private boolean isPart(Draft draft, Draft other) {
        int[] words = titles.reading(draft.node()).needed();
        int[] more = titles.of(other.node());
        return SameConcept.isUnspecified(release, draft)
                && more.length > words.length
                && Arrays.stream(words).allMatch(word -> Arrays.binarySearch(more, word) >= 0);
    }

    /** A fracture is displaced where nothing is said (I.C.19.c); beside "nondisplaced" nothing was said. */
    private boolean isDisplacedByDefault(Draft draft, Draft other) {
        String title = release.titleAt(draft.node());
        return title.startsWith(DISPLACED)
                && release.titleAt(other.node()).startsWith("Non" + DISPLACED.toLowerCase(Locale.ROOT))
                && release.titleAt(other.node()).regionMatches(3 + DISPLACED.length(), title, DISPLACED.length(), SAME)
                && draft.mentions().stream()
                        .noneMatch(m -> m.mention().term().phrase().contains("isplaced"));
    }

    /** The assessment's plain name of a problem does not give way to a residual code, nor one concept to another. */
    private boolean isVague(Draft draft, Draft other) {
        TitleReading title = titles.reading(other.node());
        boolean loses = Arrays.stream(titles.reading(draft.node()).needed())
                .anyMatch(word -> Arrays.binarySearch(title.all(), word) < 0);
        return title.other() && isHead(draft) && !isHead(other)
                || loses && !draft.code().regionMatches(0, other.code(), 0, SUBCATEGORY);
    }

    /** What a title denies, the other asks for: "without obstruction" beside "with obstruction". */
    private boolean isContradicted(Draft draft, Draft other) {
        int[] asked = titles.reading(other.node()).needed();
        for (int[] words : titles.reading(draft.node()).denied()) {
            if (Arrays.stream(words).allMatch(word -> Arrays.binarySearch(asked, word) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOverruled(Draft draft, Draft other) {
        return isHead(other)
                && !isHead(draft)
                && draft.code().regionMatches(0, other.code(), 0, SUBCATEGORY)
                && !SameConcept.isRefinedBy(release, other, draft)
                && !isContradicted(other, draft)
                && "SMO".indexOf(draft.code().charAt(0)) >= 0;
    }

    private static boolean isHead(Draft draft) {
        return draft.mentions().stream().anyMatch(CodedMention::problemLine);
    }

    private boolean sidesAgree(Draft a, Draft b) {
        return !(has(a, left) && has(b, right) || has(a, right) && has(b, left));
    }

    private boolean has(Draft draft, int side) {
        return Arrays.binarySearch(titles.of(draft.node()), side) >= 0;
    }
}
