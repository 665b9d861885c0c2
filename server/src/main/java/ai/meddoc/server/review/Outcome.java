package ai.meddoc.server.review;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often a finished review ended in one way for a rule or a category: counts, nothing of the document.
 *
 * @param verdict of {@link Verdict}, as on the wire
 */
record Outcome(Kind kind, String subject, String verdict, int amount) {

    /** What is counted by. */
    enum Kind {
        RULE,
        CATEGORY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind fromWireName(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static final int CATEGORY = 3;

    /** What a review comes to, one row per subject and verdict. */
    static List<Outcome> of(Review review) {
        Map<Outcome, Integer> amounts = new TreeMap<>(Comparator.comparing(Outcome::kind)
                .thenComparing(Outcome::subject)
                .thenComparing(Outcome::verdict));
        review.lines().stream().flatMap(Outcome::of).forEach(one -> amounts.merge(one, 1, Integer::sum));
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey().times(entry.getValue()))
                .toList();
    }

    private Outcome times(int number) {
        return new Outcome(kind, subject, verdict, number);
    }

    private static Stream<Outcome> of(Line line) {
        if (line.origin() == Origin.ADDED && line.verdict() == Verdict.REJECTED) {
            // Added and taken out again: nothing was missed.
            return Stream.empty();
        }
        Verdict verdict = line.origin() == Origin.ADDED ? Verdict.ADDED : line.verdict();
        Stream<Outcome> category =
                Stream.of(one(Kind.CATEGORY, category(said(line).code()), verdict));
        Stream<Outcome> rules =
                line.proposal().argument().rules().stream().distinct().map(rule -> one(Kind.RULE, rule, verdict));
        return Stream.concat(category, rules);
    }

    /** What the engine said; of an added code, what it should have said. */
    private static Coded said(Line line) {
        return line.origin() == Origin.ADDED ? line.coded() : line.proposal().coded();
    }

    private static Outcome one(Kind kind, String subject, Verdict verdict) {
        return new Outcome(kind, subject, verdict.wireName(), 1);
    }

    private static String category(String code) {
        return code.substring(0, Math.min(CATEGORY, code.length()));
    }
}
