package ai.meddoc.coding;

import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Vaccines given or declined (Z23, Z28.21, Z28.82; Official Guidelines I.C.21.c.2). Immutable; thread-safe. */
final class VaccineStatements {

    private static final int BEFORE = 30;
    private static final int AFTER = 20;

    private final CuedPattern vaccine;
    private final CuedPattern given;
    private final CuedPattern notGiven;
    private final CuedPattern declined;
    private final CuedPattern declinedForChild;
    private final CuedPattern talk;

    VaccineStatements(PhrasePatterns phrases) {
        this.vaccine = phrases.of("vaccine");
        this.given = phrases.of("given");
        this.notGiven = phrases.of("not-given");
        this.declined = phrases.of("declined");
        this.declinedForChild = phrases.of("declined-for-child");
        this.talk = phrases.of("vaccine-talk");
    }

    /** @return where a vaccine is talked of: "flu" there is no influenza */
    List<Span> read(String lower, CodingInput input, List<Statement> found) {
        if (!vaccine.isIn(lower)) {
            return List.of();
        }
        boolean told = false;
        for (Matcher m = given.find(lower, 0); !told && m != null; m = given.find(lower, m.end())) {
            Statement statement = Statement.at(new Span(m.start(), m.end()), "Z23", "IMMUNIZATION", input);
            told = isGiven(lower, statement, input);
            if (told) {
                found.add(statement);
            }
        }
        Matcher no = declined.find(lower, 0);
        if (no != null) {
            found.add(Statement.at(new Span(no.start(), no.end()), whose(lower, no), "IMMUNIZATION", input));
        }
        return talk(lower);
    }

    /** The patient's decision, or that of a caregiver for a child. */
    private String whose(String lower, Matcher no) {
        int from = Math.max(0, no.start() - BEFORE);
        int to = Math.min(lower.length(), no.end() + BEFORE);
        return declinedForChild.isIn(lower.substring(from, to)) ? "Z28.82" : "Z28.21";
    }

    private boolean isGiven(String lower, Statement statement, CodingInput input) {
        Span sentence = input.words().sentence(statement.sentence()).span();
        int from = Math.max(sentence.start(), statement.span().start() - BEFORE);
        int to = Math.min(sentence.end(), statement.span().end() + AFTER);
        return from < to && !notGiven.isIn(lower.substring(from, to));
    }

    private List<Span> talk(String lower) {
        List<Span> spans = new ArrayList<>();
        for (Matcher m = talk.find(lower, 0); m != null; m = talk.find(lower, m.end())) {
            spans.add(new Span(m.start(), m.end()));
        }
        return spans;
    }
}
