package ai.meddoc.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.meddoc.text.DocumentText;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cost of a document grows with its length and no faster, whatever its lines are like: a loop over the document within
 * a loop over the document would make a character of the large text up to 32 times as expensive as one of the small text.
 */
final class GrowthTest {

    private static final int SMALL = 32 << 10;
    private static final int LARGE = 1 << 20;
    private static final double MOST = 2.5;
    private static final int TRIES = 3;

    private static final LocalEngine ENGINE = LocalEngine.load();

    /** What the text is like, how it starts, what it repeats. */
    static Stream<Arguments> texts() {
        return Stream.of(
                arguments("sentences on one line", "", "Type 2 diabetes mellitus with CKD, stage 3. He denies pain. "),
                arguments("a sentence without end", "", "diabetes and hypertension and no chest pain, "),
                arguments("one sentence a line", "", "Patient denies chest pain, fever or cough.\n"),
                arguments("a list of what is denied", "Denies ", "fever, chills, "),
                arguments("problems", "ASSESSMENT AND PLAN\n", "1. Hypertension - lisinopril\n2. Type 2 diabetes\n"),
                arguments("headings", "", "ASSESSMENT AND PLAN\n1. Hypertension\nFAMILY HISTORY: asthma\n"),
                arguments("results in columns", "", "Sodium     134  L   mmol/L    136-145\nPotassium 5.9 H mmol/L\n"),
                arguments("results between bars", "", "| Glucose | 110 | mg/dL | 70-99 | H |\n"),
                arguments("results one part a line", "", "Glucose\n110\nmg/dL\n70-99\nH\n"),
                arguments("results on one line", "", "Sodium 134, potassium 5.9, glucose 110 mg/dL, "),
                arguments("a field of an examination", "EXAM: ", "CT chest and WBC and chest x-ray "),
                arguments("one word", "", "a"),
                arguments("one number", "", "1"),
                arguments("blanks", "", " "),
                arguments("empty lines", "", "\n"),
                arguments("full stops", "", "."),
                arguments("bars", "", "|"),
                arguments("open brackets", "", "sodium ("),
                arguments("dates", "", "date 1/2/"),
                arguments("labels on one line", "", "key: value, "),
                arguments("labels in brackets", "", "(key): value "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_character_costs_the_same_in_a_long_document(String name, String head, String unit) {
        double ratio = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && ratio > MOST; i++) {
            double small = Math.min(nanosPerCharacter(head, unit, SMALL), nanosPerCharacter(head, unit, SMALL));
            ratio = Math.min(ratio, nanosPerCharacter(head, unit, LARGE) / small);
        }
        assertThat(ratio).as(name).isLessThan(MOST);
    }

    /** The time of this thread alone, so that a busy machine does not matter. */
    private static double nanosPerCharacter(String head, String unit, int length) {
        String text = (head + unit.repeat(length / unit.length() + 1)).substring(0, length);
        AnalysisRequest request = AnalysisRequest.of(DocumentText.of(text));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ENGINE.analyze(request);
        return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / length;
    }
}
