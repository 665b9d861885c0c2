package ai.meddoc.text;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts for properties that hold of any text: the same ones at every run, so that a failure can be made again. */
public final class RandomTexts {

    private static final long SEED = 20_260_401;
    private static final int TRIES = 300;
    private static final int LONGEST = 255;

    /** What breaks readers of text: nothing, halves of characters, marks, controls, one kind of character alone. */
    private static final List<String> EDGES = List.of(
            "",
            " ",
            "\n",
            "\r\n\r\n",
            "\u0000",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\ud83d",
            "\ude00",
            "\ude00\ud83d",
            "\ud83d\ude00",
            "\u0130\u0131\u017f\u212a",
            "e\u0301",
            "\u200b\u200d\u2060",
            "::::",
            "....",
            "||||",
            "((((",
            "1.2.3.4",
            "-1e9",
            "\t\t\t");

    /** The characters that clinical text is made of. */
    private static final String CLINICAL =
            "abcdefghijklmnopqrstuvwxyzABCDEHILNPRSTX0123456789 .,;:/-()[]<>=%*#|\n\t\u00b5\u00b0\u2022\u2013";

    private RandomTexts() {}

    /** Edges, then texts of any UTF-16 units and of clinical characters in turn, up to {@value #LONGEST} long. */
    public static Stream<String> any() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.concat(EDGES.stream(), IntStream.range(0, TRIES).mapToObj(i -> text(random, i % 2 == 0)));
    }

    /** Stretches of a text, cut at random places. */
    public static Stream<String> cuts(String text) {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, TRIES).mapToObj(i -> {
            int one = random.nextInt(text.length() + 1);
            int other = random.nextInt(text.length() + 1);
            return text.substring(Math.min(one, other), Math.max(one, other));
        });
    }

    private static String text(SplittableRandom random, boolean anyUnit) {
        int length = random.nextInt(LONGEST + 1);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(
                    anyUnit
                            ? (char) random.nextInt(Character.MAX_VALUE + 1)
                            : CLINICAL.charAt(random.nextInt(CLINICAL.length())));
        }
        return text.toString();
    }
}
