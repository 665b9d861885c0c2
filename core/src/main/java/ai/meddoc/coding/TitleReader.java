package ai.meddoc.coding;

import ai.meddoc.terminology.TermIndex;
import ai.meddoc.terminology.Vocabulary;
import ai.meddoc.terminology.WordForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads one title of the tabular list: what it asks for, what it rules out ("without", "not"), what it leaves open
 * ("unspecified site", "other ligament"). Used for one title and thrown away.
 */
final class TitleReader {

    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern LIMB = Pattern.compile("(lower|upper) (?:limb|extremity|extremities)");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Set<String> NO = Set.of("without", "not", "no");
    /** What ends a stretch that is denied or left open. */
    private static final Set<String> ENDS = Set.of("with", "in", "due", "following", "affecting", "of");

    /** What "unspecified" and "other" leave unsaid; elsewhere it has to be said which site, ligament or vein. */
    private static final Set<String> OPEN = Set.of(
            "side",
            "ligament",
            "phalanx",
            "severity",
            "trimester",
            "duration",
            "occlusion",
            "stenosis",
            "vein",
            "vessel",
            "artery",
            "cause",
            "wound",
            "place",
            "injury",
            "mechanism",
            "control",
            "lobe",
            "quadrant",
            "structure");

    /** What "unspecified" alone leaves unsaid: "other herpes zoster eye disease" is of the eye. */
    private static final Set<String> OPEN_ORGANS = Set.of("eye", "eyelid", "ear");

    private static final Set<String> SIDES = Set.of("left", "right", "unspecified", "bilateral");

    private enum Mode {
        ASKED,
        DENIED,
        OPEN
    }

    private final Vocabulary vocabulary;
    private final IntStream.Builder all = IntStream.builder();
    private final IntStream.Builder needed = IntStream.builder();
    private final List<int[]> either = new ArrayList<>();
    private final List<int[]> denied = new ArrayList<>();
    private IntStream.Builder denial = IntStream.builder();
    private Mode mode = Mode.ASKED;
    private int last = Vocabulary.STOP;
    private boolean other;
    private boolean residual;

    private TitleReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static TitleReading read(String title, Vocabulary vocabulary) {
        TitleReader reader = new TitleReader(vocabulary);
        String bare = LIMB.matcher(BRACKETS.matcher(title).replaceAll(" ").toLowerCase(Locale.ROOT))
                .replaceAll(match -> match.group(1).equals("lower") ? "leg" : "arm");
        for (String part : COMMA.split(bare)) {
            if (reader.mode != Mode.DENIED || !part.strip().startsWith("and ") && !bare.contains(part + ", and ")) {
                reader.turn(Mode.ASKED);
            }
            reader.readPart(TermIndex.wordsIn(part));
        }
        reader.turn(Mode.ASKED);
        return reader.reading();
    }

    private void readPart(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("non")) {
                i++;
            } else if (NO.contains(word)) {
                turn(Mode.DENIED);
            } else if (word.equals("unspecified") || word.equals("other")) {
                residual = word.equals("other");
                other |= residual;
                turn(Mode.OPEN);
            } else if (ENDS.contains(word) && !(mode == Mode.DENIED && continues(words, i))) {
                turn(Mode.ASKED);
            } else if (word.equals("and") || word.equals("or")) {
                offer(i + 1 < words.size() ? words.get(i + 1) : "");
            } else if (!isBoneOfName(words, i)) {
                take(word);
            }
        }
    }

    /** "metacarpal bone" is the metacarpal; "neoplasm of bone" is of bone. */
    private static boolean isBoneOfName(List<String> words, int i) {
        return words.get(i).equals("bone") && i > 0 && !words.get(i - 1).equals("of");
    }

    /** "without loss of consciousness" goes on; "without foreign body of hand", "without fracture of left hand" do not. */
    private static boolean continues(List<String> words, int of) {
        return words.get(of).equals("of")
                && !words.get(of - 1).equals("body")
                && !(of + 1 < words.size() && SIDES.contains(words.get(of + 1)));
    }

    private void offer(String next) {
        int number = vocabulary.numberOf(WordForms.fold(next));
        if (mode == Mode.ASKED && last >= 0 && number >= 0) {
            either.add(IntStream.of(last, number).sorted().distinct().toArray());
        }
    }

    private void take(String word) {
        String folded = WordForms.fold(word);
        if (TitleWords.SILENT.contains(folded)) {
            return;
        }
        int number = vocabulary.numberOf(folded);
        if (number == Vocabulary.STOP) {
            return;
        }
        if (mode == Mode.DENIED) {
            denial.add(number);
            return;
        }
        all.add(number);
        last = number;
        if (mode == Mode.ASKED || !isOpen(folded)) {
            needed.add(number);
        }
    }

    private boolean isOpen(String word) {
        return OPEN.contains(word) || !residual && OPEN_ORGANS.contains(word);
    }

    private void turn(Mode to) {
        int[] words = sorted(denial);
        if (words.length > 0) {
            denied.add(words);
        }
        denial = IntStream.builder();
        mode = to;
    }

    private TitleReading reading() {
        int[] alternatives =
                either.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        int[] asked = Arrays.stream(sorted(needed))
                .filter(word -> Arrays.binarySearch(alternatives, word) < 0)
                .toArray();
        return new TitleReading(sorted(all), asked, either.toArray(int[][]::new), denied.toArray(int[][]::new), other);
    }

    private static int[] sorted(IntStream.Builder words) {
        return words.build().sorted().distinct().toArray();
    }
}
