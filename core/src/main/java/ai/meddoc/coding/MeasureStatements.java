package ai.meddoc.coding;

import ai.meddoc.terminology.Icd10Cm;
import ai.meddoc.text.CuedPattern;
import ai.meddoc.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * Figures that are codes: weeks of gestation (Z3A), birth weight and maturity (P07), burnt surface (T31), body mass index
 * (Z68). Immutable; thread-safe.
 */
final class MeasureStatements {

    private static final int TERM = 37;
    private static final int NORMAL_GRAMS = 2500;
    private static final CodePrefixes NEWBORN = CodePrefixes.of(List.of("P", "Z38"));
    private static final CodePrefixes PREGNANCY = CodePrefixes.of(List.of("O", "Z33", "Z34", "Z3A"));

    private final Icd10Cm release;
    private final CuedPattern weeks;
    private final CuedPattern grams;
    private final CuedPattern surface;
    private final CuedPattern bodyMass;

    MeasureStatements(Icd10Cm release, PhrasePatterns phrases) {
        this.release = release;
        this.weeks = phrases.of("weeks");
        this.grams = phrases.of("grams");
        this.surface = phrases.of("surface");
        this.bodyMass = phrases.of("body-mass");
    }

    /** @param lower the text in lower case */
    void read(String lower, CodingInput input, List<Statement> found) {
        if (stands(input, NEWBORN)) {
            readNewborn(lower, input, found);
        } else if (stands(input, PREGNANCY)) {
            readGestation(lower, input, found);
        }
        if (lower.contains("tbsa") || lower.contains("body surface")) {
            readSurface(lower, input, found);
        }
        if (lower.contains("bmi") || lower.contains("body mass")) {
            readBodyMass(lower, input, found);
        }
    }

    private boolean stands(CodingInput input, CodePrefixes codes) {
        for (int i = 0; i < input.mentions().size(); i++) {
            if (input.assertions().get(i).isAffirmed()
                    && codes.has(release.codeAt(input.mentions().get(i).node()))) {
                return true;
            }
        }
        return false;
    }

    /** The age that is called one, else the last figure in the form "39w1d". */
    private void readGestation(String lower, CodingInput input, List<Statement> found) {
        Statement best = null;
        for (Matcher m = weeks.find(lower, 0); m != null; m = weeks.find(lower, m.end())) {
            int age = Integer.parseInt(m.group(2));
            boolean named = m.group(1) != null || m.group(4) != null;
            if (age >= 4 && age <= 42 && (named || m.group(3) != null)) {
                String code = age < 8 ? "Z3A.01" : String.format(Locale.ROOT, "Z3A.%02d", age);
                best = Statement.at(new Span(m.start(2), m.end()), code, "GESTATION-WEEKS", input);
                if (named) {
                    break;
                }
            }
        }
        if (best != null) {
            found.add(best);
        }
    }

    private void readNewborn(String lower, CodingInput input, List<Statement> found) {
        Matcher weight = grams.find(lower, 0);
        if (weight != null) {
            int value = Integer.parseInt(weight.group(1).replace(",", ""));
            if (value < NORMAL_GRAMS) {
                found.add(
                        Statement.at(new Span(weight.start(), weight.end()), lowWeight(value), "BIRTH-WEIGHT", input));
            }
        }
        for (Matcher m = weeks.find(lower, 0); m != null; m = weeks.find(lower, m.end())) {
            int age = Integer.parseInt(m.group(2));
            if (age >= 22 && age < TERM) {
                String code = age < 28 ? "P07.2" + (age - 21) : "P07.3" + (age - 27);
                found.add(Statement.at(new Span(m.start(2), m.end()), code, "BIRTH-WEIGHT", input));
                return;
            }
        }
    }

    private static String lowWeight(int grams) {
        if (grams < 1000) {
            return grams < 500 ? "P07.01" : grams < 750 ? "P07.02" : "P07.03";
        }
        return grams >= 2000 ? "P07.18" : "P07.1" + (4 + (grams - 1000) / 250);
    }

    private void readSurface(String lower, CodingInput input, List<Statement> found) {
        Matcher m = surface.find(lower, 0);
        if (m != null) {
            int percent = Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2));
            int tens = percent / 10;
            String code = tens == 0 ? "T31.0" : "T31." + tens + "0";
            found.add(Statement.at(new Span(m.start(), m.end()), code, "BURN-EXTENT", input));
        }
    }

    /** "bmi 31.6", as it is typed. */
    private void readBodyMass(String lower, CodingInput input, List<Statement> found) {
        Matcher m = bodyMass.find(lower, 0);
        if (m != null) {
            String code = MeasuredCodes.bodyMassIndex(Double.parseDouble(m.group(1)));
            if (!code.isEmpty()) {
                found.add(Statement.at(new Span(m.start(), m.end()), code, "OBESITY-BMI", input));
            }
        }
    }
}
