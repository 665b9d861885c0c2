package ai.meddoc.coding;

import ai.meddoc.mention.Mention;
import ai.meddoc.mention.TextWords;
import ai.meddoc.terminology.Icd10Cm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingers, and bones counted like them, that one phrase lists: "lacerations of the index and middle fingers" are two codes
 * (Official Guidelines I.C.19.b, each injury is coded separately). The further codes are those whose titles differ from the
 * first one's in that word alone. Immutable; thread-safe.
 */
final class Rays {

    private static final int BEFORE = 5;
    private static final int AFTER = 12;

    /** As written, to the word of the titles. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("first", "first"),
            Map.entry("1st", "first"),
            Map.entry("second", "second"),
            Map.entry("2nd", "second"),
            Map.entry("third", "third"),
            Map.entry("3rd", "third"),
            Map.entry("fourth", "fourth"),
            Map.entry("4th", "fourth"),
            Map.entry("fifth", "fifth"),
            Map.entry("5th", "fifth"),
            Map.entry("index", "index"),
            Map.entry("middle", "middle"),
            Map.entry("long", "middle"),
            Map.entry("ring", "ring"),
            Map.entry("little", "little"),
            Map.entry("small", "little"));

    /** What joins two of them. */
    private static final Set<String> LINKS = Set.of("and", "&", ",", "/");

    private static final Set<String> SIDES = Set.of("left", "right", "the");

    private final Icd10Cm release;
    /** A category has thousands of titles: each that is asked for is looked for once. */
    private final Map<String, Integer> titled = new ConcurrentHashMap<>();

    Rays(Icd10Cm release) {
        this.release = release;
    }

    /** The codes found for a mention, with those of the other fingers or bones that its phrase lists. */
    int[] each(int[] found, CodingInput input, Mention mention) {
        List<String> listed = isOfLimb(found) ? listed(input, mention) : List.of();
        if (listed.size() < 2) {
            return found;
        }
        Set<Integer> all = new LinkedHashSet<>();
        for (int node : found) {
            all.add(node);
            all.addAll(others(node, listed));
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private boolean isOfLimb(int[] found) {
        return found.length > 0 && "SMT".indexOf(release.codeAt(found[0]).charAt(0)) >= 0;
    }

    private static List<String> listed(CodingInput input, Mention mention) {
        TextWords words = input.words();
        int sentence = mention.sentence();
        int end = Math.min(words.words(sentence).length, mention.lastToken() + 1 + AFTER);
        List<String> run = new ArrayList<>();
        boolean linked = true;
        for (int t = Math.max(0, mention.firstToken() - BEFORE); t < end; t++) {
            String word =
                    words.token(sentence, t).span().of(input.text().text()).toLowerCase(Locale.ROOT);
            String name = NAMES.get(word);
            if (name != null && (run.isEmpty() || linked)) {
                run.add(name);
                linked = false;
            } else if (LINKS.contains(word)) {
                linked = true;
            } else if (name != null || !SIDES.contains(word)) {
                if (run.size() > 1) {
                    break;
                }
                run.clear();
            }
        }
        return run;
    }

    private List<Integer> others(int node, List<String> listed) {
        String title = release.titleAt(node);
        List<String> parts = Arrays.asList(title.split("(?<=\\W)|(?=\\W)"));
        List<Integer> others = new ArrayList<>();
        for (String own : listed) {
            int at = parts.indexOf(own);
            for (String other : at < 0 ? List.<String>of() : listed) {
                List<String> further = new ArrayList<>(parts);
                further.set(at, other);
                int index = other.equals(own) ? -1 : titled(node, String.join("", further));
                if (index >= 0) {
                    others.add(index);
                }
            }
        }
        return others;
    }

    /** The code of the same category with a title; negative for none. */
    private int titled(int node, String title) {
        return titled.computeIfAbsent(title, wanted -> search(CategoryCodes.categoryOf(release, node), wanted));
    }

    private int search(int category, String title) {
        for (int i = category; i < release.subtreeEnd(category); i++) {
            if (release.billableAt(i) && release.titleAt(i).equals(title)) {
                return i;
            }
        }
        return -1;
    }
}
